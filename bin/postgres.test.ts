import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Postgres, startPostgres } from './postgres.ts'
import { processState, waitUntilGone } from './process-state.ts'

const homes: string[] = []
const running = new Set<Postgres>()

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'rollcall-postgres-'))
  homes.push(home)
  return home
}

async function start(home: string): Promise<Postgres> {
  const postgres = await startPostgres({ home, ephemeral: true })
  running.add(postgres)
  return postgres
}

async function stop(postgres: Postgres): Promise<void> {
  running.delete(postgres)
  await postgres.stop()
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const HOLDER = `
import { startPostgres } from ${JSON.stringify(fileURLToPath(new URL('postgres.ts', import.meta.url)))}
const postgres = await startPostgres({ home: process.argv[1] })
console.log(JSON.stringify({ pid: postgres.pid, port: postgres.port, ownerUrl: postgres.ownerUrl }))
setInterval(() => undefined, 1000)
`

type Held = { holder: ChildProcess; pid: number; port: number; ownerUrl: string }

/** Another process that starts the database and holds it, so that it can be killed. */
async function startElsewhere(home: string): Promise<Held> {
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', HOLDER, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    holder.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')))
    holder.once('exit', (code) => reject(new Error(`the holder ended with ${code}`)))
  })
  return { holder, ...JSON.parse(line) }
}

async function killHolder({ holder }: Held): Promise<void> {
  holder.kill('SIGKILL')
  await waitUntilGone(holder.pid ?? 0, 5000)
}

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return rows.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []))
}

afterEach(async () => {
  for (const postgres of running) await stop(postgres)
})

afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

describe('the built-in PostgreSQL', () => {
  it('serves version 18 in UTC to three roles, each with its own rights', async () => {
    const { adminUrl, ownerUrl, appUrl } = await start(newHome())
    const [server] = await query(
      appUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              current_setting('timezone') AS zone, current_setting('lock_timeout') AS lock,
              current_setting('idle_in_transaction_session_timeout') AS idle,
              current_setting('statement_timeout') AS statement`,
    )
    expect(server).toEqual({ major: 18, zone: 'UTC', lock: '5s', idle: '10s', statement: '15s' })
    const roles = await query(
      adminUrl,
      `SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles
       WHERE rolname IN ('postgres', 'rollcall_owner', 'rollcall_app') ORDER BY rolname`,
    )
    const may = (rolname: string, all: boolean, rolcreaterole: boolean) => ({
      rolname,
      rolsuper: all,
      rolcreaterole,
      rolcreatedb: all,
      rolcanlogin: true,
    })
    expect(roles).toEqual([
      may('postgres', true, true),
      may('rollcall_app', false, false),
      may('rollcall_owner', false, true),
    ])
    await query(ownerUrl, 'CREATE TABLE made (id int)')
    await expect(query(appUrl, 'CREATE TABLE refused (id int)')).rejects.toThrow(
      'permission denied for schema public',
    )
  })

  it('lets nobody in without the password, which only its owner may read', async () => {
    const home = newHome()
    const { appUrl } = await start(home)
    const wrong = new URL(appUrl)
    wrong.password = 'guessed'
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    const kept = join(home, 'postgres', 'passwords.json')
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(readFileSync(kept, 'utf8')).toContain(new URL(appUrl).password)
  })

  it('keeps data and address over a stop and a start, and leaves no process behind', async () => {
    const home = newHome()
    const first = await start(home)
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await stop(first)
    expect(processState(first.pid).running).toBe(false)
    const second = await start(home)
    expect(second.appUrl).toBe(first.appUrl)
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  it('runs several at once, each with its own home', async () => {
    const both = await Promise.all([start(newHome()), start(newHome())])
    expect(new Set(both.map(({ port }) => port)).size).toBe(2)
    const folders = await Promise.all(
      both.map(({ adminUrl }) => query(adminUrl, 'SHOW data_directory')),
    )
    expect(new Set(folders.map((rows) => JSON.stringify(rows))).size).toBe(2)
  })

  it('refuses a port that is taken, in a sentence', async () => {
    const { port } = await start(newHome())
    await expect(startPostgres({ home: newHome(), port })).rejects.toThrow(
      `Port ${port} is taken, so PostgreSQL cannot use it.`,
    )
  })
})

describe('after a kill', () => {
  it('ends with its holder, and starts again with what was committed', async () => {
    const home = newHome()
    const held = await startElsewhere(home)
    await query(held.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS answer')
    await killHolder(held)
    expect(await waitUntilGone(held.pid, 10_000)).toBe(true)
    const { ownerUrl } = await start(home)
    expect(await query(ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 1 }])
  })

  it('recovers when every process of it was killed at once', async () => {
    const home = newHome()
    const held = await startElsewhere(home)
    await query(held.ownerUrl, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n')
    const all = [...childrenOf(held.pid), held.pid]
    // Stopped first: a server that lives a moment longer than its watch would shut down in order.
    for (const pid of all) process.kill(pid, 'SIGSTOP')
    await killHolder(held)
    for (const pid of all) process.kill(pid, 'SIGKILL')
    const { ownerUrl } = await start(home)
    expect(await query(ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }])
  })

  it('stops a server that outlived its holder and its watch', async () => {
    const home = newHome()
    const held = await startElsewhere(home)
    const watch = childrenOf(held.pid).filter((pid) => /^sh /.test(processState(pid).command))
    expect(watch).toHaveLength(1)
    process.kill(held.pid, 'SIGSTOP')
    for (const pid of watch) process.kill(pid, 'SIGKILL')
    await killHolder(held)
    process.kill(held.pid, 'SIGCONT')
    const again = await start(home)
    expect(processState(held.pid).running).toBe(false)
    expect(again.pid).not.toBe(held.pid)
  })

  it('leaves a database alone while another process holds it', async () => {
    const home = newHome()
    const held = await startElsewhere(home)
    await expect(startPostgres({ home })).rejects.toThrow(`in use by process ${held.holder.pid}`)
    expect(await query(held.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await killHolder(held)
    await waitUntilGone(held.pid, 10_000)
  })

  it('removes a lock whose number another program has now', async () => {
    const home = newHome()
    const first = await start(home)
    const [row] = await query(first.adminUrl, 'SHOW data_directory')
    await stop(first)
    writeFileSync(join(String(row?.data_directory), 'postmaster.pid'), `${process.ppid}\n`)
    const second = await start(home)
    expect(await query(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})
