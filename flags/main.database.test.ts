import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { asSuperuser, runSql } from '../server/audit/testing/tamper.ts'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { cast } from '../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { createToggle } from '../server/toggles/create-toggle.ts'
import { flip } from '../server/toggles/flip.ts'
import { issueToken } from '../server/tokens/issue-token.ts'

let database: TestDatabase
let home: string
let port: number
let token: string
const started: ChildProcess[] = []

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  home = await mkdtemp(join(tmpdir(), 'rollcall-flags-'))
  port = await freePort()
  await createToggle(cast.tomas(), { key: 'appointments_list', description: '' })
  const environment = await db().environment.findUniqueOrThrow({ where: { key: 'staging' } })
  const origin = { ...cast.alma().origin, via: 'system' } as const
  token = await issueToken(
    { kind: 'system', id: 'system', name: 'Rollcall', origin },
    {
      name: 'Benefits Portal web',
      kind: 'flags',
      personId: null,
      environment,
      scopes: [],
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  )
})

afterEach(async () => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await disconnectDatabase()
  await database.drop()
  await rm(home, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts the evaluation server as `npm run flags` does. */
function start(settings: Record<string, string> = {}) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const env = { ...process.env, DATABASE_URL: database.appUrl, ROLLCALL_HOME: home }
  const child = spawn(process.execPath, [main], {
    env: { ...env, FLAGS_PORT: String(port), ...settings },
    stdio: 'pipe',
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const ended = once(child, 'exit').then(([code]) => ({ code, said }))
  return { child, ended }
}

async function ask(): Promise<{ status: number; value: unknown; age: number }> {
  const url = `http://127.0.0.1:${port}/ofrep/v1/evaluate/flags/appointments_list`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: '{}' })
  const body: unknown = await answer.json()
  const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : null
  return { status: answer.status, value, age: Number(answer.headers.get('rollcall-age')) }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function setConnections(allowed: boolean): Promise<void> {
  const name = new URL(database.appUrl).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inject('postgres').adminUrl })
  await admin.connect()
  await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${allowed}`)
  const end = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1'
  if (!allowed) await admin.query(end, [name])
  await admin.end()
}

async function setBoolean(boolean: boolean): Promise<void> {
  const where = { toggle: 'appointments_list', environment: 'staging' }
  await flip(cast.tomas(), { ...where, patch: { boolean }, reason: 'For the drill.' })
}

describe('the evaluation server as a process', () => {
  test('answers on without its database, also after a start without it, and catches up', async () => {
    const first = start()
    await until(async () => (await ask()).status === 200)
    await setBoolean(true)
    await until(async () => (await ask()).value === true)

    await disconnectDatabase()
    await setConnections(false)
    for (let i = 0; i < 50; i += 1) expect(await ask()).toMatchObject({ status: 200, value: true })
    first.child.kill('SIGKILL')
    await first.ended

    const second = start()
    await until(async () => (await ask()).status === 200)
    expect(await ask()).toMatchObject({ status: 200, value: true })
    await setConnections(true)
    await connectDatabase(database.appUrl)
    await setBoolean(false)
    await until(async () => (await ask()).value === false)
    second.child.kill('SIGTERM')
    expect(await second.ended).toMatchObject({ code: 0 })
  })

  test('says in a line what is wrong with its settings, and that its port is taken', async () => {
    const wrong = await start({ FLAGS_PORT: 'x', FLAGS_RATE_LIMIT: '-1' }).ended
    expect(wrong).toEqual({
      code: 1,
      said: 'FLAGS_PORT must be a whole number from 1 to 65535.\nFLAGS_RATE_LIMIT must be a whole number from 1 to 9999999.\n',
    })
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const taken = await start().ended
    other.close()
    expect(taken.code).toBe(1)
    expect(taken.said).toContain('FLAGS_PORT is in use already')
  })

  test('does not start as the owner of the tables, nor where a trigger of the log is missing', async () => {
    const asOwner = await start({ DATABASE_URL: database.ownerUrl }).ended
    expect(asOwner.code).toBe(1)
    expect(asOwner.said).toContain('the owner of the tables, and could rewrite the audit log')
    await runSql(asSuperuser(database), 'DROP TRIGGER refuse_change ON audit.event')
    const unguarded = await start().ended
    expect(unguarded.code).toBe(1)
    expect(unguarded.said).toContain('the trigger refuse_change on audit.event is missing')
  })
})
