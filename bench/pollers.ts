// `npm run bench:pollers`: what many evaluation processes cost the database, and what many edges cost
// one evaluation process. It simulates the looks of 1,000 processes by fewer that look more often.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { bringUpToDate } from '../bin/bring-up-to-date.ts'
import { freePort } from '../bin/postgres/free-port.ts'
import { startPostgres } from '../bin/postgres.ts'
import { saying } from '../bin/saying.ts'
import { root } from '../bin/test-run/source-files.ts'
import { systemActor } from '../server/access/system-actor.ts'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { findPosition } from '../server/evaluation/ruleset.ts'
import { watch } from '../server/evaluation/watch.ts'
import { enrolCast } from '../server/testing/enrol-cast.ts'
import { issueToken } from '../server/tokens/issue-token.ts'
import { answering } from './answering.ts'
import { cpuByMetrics, cpuOf } from './cpu-of.ts'
import { shown } from './figures.ts'
import { load } from './load.ts'

const host = '127.0.0.1'
const SIMULATED = 1000
const WATCHERS = 30
const POLL_MS = 500
const SECONDS = 15

/** What a process holds in memory for itself alone, in MiB. */
async function ownMemory(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Private_Dirty: +(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024
}

async function backends(database: pg.Client, name: string): Promise<number[]> {
  const { rows } = await database.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
    [name],
  )
  return rows.map(({ pid }) => pid)
}

async function used(pids: readonly number[]): Promise<number> {
  const all = await Promise.all(pids.map(cpuOf))
  return all.reduce((sum: number, one) => sum + (one ?? 0), 0)
}

async function measureDatabase(url: string): Promise<void> {
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const pollMs = (POLL_MS * WATCHERS) / SIMULATED
  let looks = 0
  let held = await findPosition(database)
  const watchers = Array.from({ length: WATCHERS }, () =>
    watch({
      url: () => url,
      held: () => held,
      behind: () => Promise.resolve(),
      ahead: () => undefined,
      failed: (error) => console.error(error),
      current(position) {
        looks += 1
        held = position
      },
      pollMs,
    }),
  )
  await setTimeout(3000)
  const polling = await backends(database, 'rollcall flags')
  const listening = await backends(database, 'rollcall flags notices')
  const before = await used([...polling, ...listening])
  const looksBefore = looks
  await setTimeout(SECONDS * 1000)
  const seconds = (await used([...polling, ...listening])) - before
  const perLook = (seconds * 1e6) / (looks - looksBefore)
  const [poller = 0, listener = 0] = [polling[0], listening[0]]
  const memory = (await ownMemory(poller)) + (await ownMemory(listener))
  const looksPerSecond = (SIMULATED * 1000) / POLL_MS
  const share = (perLook * looksPerSecond) / 1e4
  console.log(
    `- a look costs the database ${shown(perLook)} µs of a processor (${shown((looks - looksBefore) / SECONDS)} looks/s measured)`,
  )
  console.log(
    `- ${SIMULATED} processes that look every ${POLL_MS} ms: ${shown(share)} % of one processor`,
  )
  console.log(
    `- the two connections of a process: ${shown(memory)} MiB of memory; of ${SIMULATED}, ${2 * SIMULATED} connections and ${shown((memory * SIMULATED) / 1024)} GiB`,
  )
  await Promise.all(watchers.map((one) => one.stop()))
  await database.end()
}

async function measureUpstream(flags: string, token: string): Promise<void> {
  const path = '/edge/v1/rules'
  const headers = { authorization: `Bearer ${token}` }
  const first = await fetch(`${flags}${path}`, { headers })
  await first.arrayBuffer()
  const etag = first.headers.get('etag') ?? ''
  const request = { method: 'GET' as const, path, headers: { ...headers, 'if-none-match': etag } }
  const given = { origin: flags, requests: [request], connections: 50, seconds: SECONDS }
  const { cpu, perSecond } = await load(given, 304, () => cpuByMetrics(flags))
  if (cpu === null) throw new Error('the evaluation process tells nothing of its processor')
  console.log(
    `- an edge's question, unchanged: ${shown(cpu)} µs of a processor (${shown(perSecond)}/s measured); ${SIMULATED} edges that ask every second: ${shown((cpu * SIMULATED) / 1e4)} % of one processor`,
  )
}

/** An evaluation process on that database, and a token for it. */
async function startFlags(home: string, databaseUrl: string) {
  await connectDatabase(databaseUrl)
  const { id, key } = await db().environment.findFirstOrThrow({ where: { key: 'production' } })
  const token = await issueToken(systemActor(), {
    name: 'The bench',
    kind: 'flags',
    personId: null,
    environment: { id, key },
    scopes: [],
    expiresAt: new Date(Date.now() + 3_600_000),
  })
  await disconnectDatabase()
  const port = await freePort(host)
  const child = spawn(process.execPath, ['flags/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ROLLCALL_HOME: home,
      FLAGS_PORT: String(port),
      HOST: host,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://${host}:${port}`
  await answering(`${url}/health/ready`)
  return { url, token, stop: () => child.kill() }
}

async function bench(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  const postgres = await startPostgres({ home, ephemeral: true })
  try {
    const admin = new pg.Client({ connectionString: postgres.adminUrl })
    await admin.connect()
    await admin.query('CREATE DATABASE bench OWNER rollcall_owner')
    await admin.end()
    await bringUpToDate(new URL('/bench', postgres.ownerUrl).href)
    const databaseUrl = new URL('/bench', postgres.appUrl).href
    await enrolCast(databaseUrl)
    const flags = await startFlags(join(home, 'flags'), databaseUrl)
    try {
      await measureDatabase(databaseUrl)
      await measureUpstream(flags.url, flags.token)
    } finally {
      flags.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

await saying(bench)
