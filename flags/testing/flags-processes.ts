import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, inject } from 'vitest'
import { systemActor } from '../../server/access/system-actor.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { createToggle } from '../../server/toggles/create-toggle.ts'
import { flip } from '../../server/toggles/flip.ts'
import { issueToken } from '../../server/tokens/issue-token.ts'

/** The toggle of staging that the processes of a test are asked for. */
export const ASKED = 'appointments_list'

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** An evaluation process: what it says, and how it ends. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: unknown; readonly said: string }>
}

/** Gives each test a database with one toggle and a token for staging, and processes that use it. */
export function flagsProcesses() {
  let database: TestDatabase
  let home = ''
  let port = 0
  let token = ''
  const started: ChildProcess[] = []

  beforeEach(async () => {
    database = await freshDatabase('cast')
    await connectDatabase(database.appUrl)
    home = await mkdtemp(join(tmpdir(), 'rollcall-flags-'))
    port = await freePort()
    await createToggle(cast.tomas(), { key: ASKED, description: '' })
    token = await makeToken()
  })
  afterEach(async () => {
    for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    await disconnectDatabase()
    await database.drop()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })

  async function makeToken(): Promise<string> {
    const environment = await db().environment.findUniqueOrThrow({ where: { key: 'staging' } })
    return issueToken(systemActor(), {
      name: 'Benefits Portal web',
      kind: 'flags',
      personId: null,
      environment,
      scopes: [],
      expiresAt: new Date(Date.now() + 3_600_000),
    })
  }

  return {
    database: () => database,
    port: () => port,
    home: () => home,
    token: () => token,
    makeToken,
    /** Starts the evaluation server as `npm run flags` does. */
    start(settings: Readonly<Record<string, string>> = {}): Started {
      const main = fileURLToPath(new URL('../main.ts', import.meta.url))
      const env = { ...process.env, DATABASE_URL: database.appUrl, ROLLCALL_HOME: home }
      const child = spawn(process.execPath, [main], {
        env: { ...env, FLAGS_PORT: String(port), ...settings },
        stdio: 'pipe',
      })
      started.push(child)
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          if (said.length < 100_000) said += chunk.toString()
        })
      }
      return { child, ended: once(child, 'exit').then(([code]) => ({ code, said })) }
    },
    /** Asks a process on this port, or another, for the toggle. */
    async ask(at = port, using = token) {
      const url = `http://127.0.0.1:${at}/ofrep/v1/evaluate/flags/${ASKED}`
      const headers = { authorization: `Bearer ${using}`, 'content-type': 'application/json' }
      const answer = await fetch(url, { method: 'POST', headers, body: '{}' })
      const body: unknown = await answer.json()
      const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : null
      return { status: answer.status, value, age: Number(answer.headers.get('rollcall-age')) }
    },
    async until(isSo: () => Promise<boolean>): Promise<void> {
      while (!(await isSo().catch(() => false))) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    /** Turns the database away from everybody, or lets them in again. */
    async setConnections(allowed: boolean): Promise<void> {
      if (!allowed) await disconnectDatabase()
      const name = new URL(database.appUrl).pathname.slice(1)
      const admin = new pg.Client({ connectionString: inject('postgres').adminUrl })
      await admin.connect()
      await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${allowed}`)
      const end = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1'
      if (!allowed) await admin.query(end, [name])
      await admin.end()
      if (allowed) await connectDatabase(database.appUrl)
    },
    async setBoolean(boolean: boolean): Promise<void> {
      const where = { toggle: ASKED, environment: 'staging' }
      await flip(cast.tomas(), { ...where, patch: { boolean }, reason: 'For the drill.' })
    },
  }
}
