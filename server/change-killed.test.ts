import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../bin/postgres.ts'
import { runSql } from './audit/testing/tamper.ts'
import { verify } from './audit/verify.ts'
import { connectDatabase, db, disconnectDatabase } from './db.ts'
import { type Acting, enrolledLead } from './testing/enrolled-lead.ts'
import { createToggle } from './toggles/create-toggle.ts'

// ROLLCALL_BAD_DAYS=100 is the run of record; a few rounds show that nothing has come loose.
const ROUNDS = Number(process.env.ROLLCALL_BAD_DAYS ?? '4')
const WRITERS = 3
const VICTIMS = ['a backend', 'a process with commands', 'the worker', 'the postmaster'] as const

let home: string
let postgres: Postgres
let tomas: Acting
const processes = new Set<ChildProcess>()

/** A PostgreSQL of the test's own that keeps what it acknowledged, as the product's does. */
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-bad-days-'))
  postgres = await startPostgres({ home })
  tomas = await enrolledLead(postgres)
  await connectDatabase(postgres.appUrl)
})

afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL')
  await disconnectDatabase()
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})

function begin(script: string, env: Record<string, string>): ChildProcess {
  const file = join(import.meta.dirname, script)
  const all = { ...process.env, TEST_DATABASE: postgres.appUrl, ...env }
  const child = spawn(process.execPath, [file], { env: all, stdio: ['pipe', 'pipe', 'ignore'] })
  processes.add(child)
  child.on('exit', () => processes.delete(child))
  return child
}

/** Somebody who goes on flipping a toggle of their own, and what was acknowledged to them. */
interface Writer {
  readonly toggle: string
  readonly acknowledged: number[]
  child: ChildProcess
}

function write(writer: Omit<Writer, 'child'>): Writer {
  const { toggle, acknowledged } = writer
  const from = String((acknowledged.at(-1) ?? 0) + 1)
  const child = begin('testing/writer-process.ts', {
    TEST_ACTOR: JSON.stringify(tomas()),
    TEST_TOGGLE: toggle,
    TEST_FROM: from,
  })
  let rest = ''
  child.stdout?.on('data', (piece: Buffer) => {
    const lines = (rest + piece.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) acknowledged.push(Number(line.slice(4)))
  })
  return { ...writer, child }
}

const beginWorker = () =>
  begin('../worker/testing/worker-process.ts', {
    TEST_SMTP: 'smtp://127.0.0.1:9',
    TEST_TAKE_OVER_MS: '300',
  })

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Under load, one of them is gone at once, and what is gone begins anew. */
async function badDay(
  victim: (typeof VICTIMS)[number],
  writers: Writer[],
  workers: ChildProcess[],
) {
  switch (victim) {
    case 'a backend': {
      const [one] = await runSql(
        postgres.adminUrl,
        "SELECT pid FROM pg_stat_activity WHERE usename = 'rollcall_app' ORDER BY state = 'idle', random() LIMIT 1",
      )
      if (one) process.kill(Number(one.pid), 'SIGKILL')
      return
    }
    case 'a process with commands': {
      const [one] = writers.splice(0, 1)
      if (!one) throw new Error('nobody writes')
      await killed(one.child)
      writers.push(write(one))
      return
    }
    case 'the worker': {
      for (const worker of workers.splice(0)) await killed(worker)
      workers.push(beginWorker())
      return
    }
    case 'the postmaster':
      process.kill(postgres.pid, 'SIGKILL')
      await postgres.exited
      postgres = await startPostgres({ home, port: postgres.port })
  }
}

/** Waits until everybody was acknowledged something after what they had been before. */
async function goesOn(writers: readonly Writer[]): Promise<void> {
  const before = writers.map(({ acknowledged }) => acknowledged.length)
  while (writers.some(({ acknowledged }, n) => acknowledged.length <= (before[n] ?? 0) + 1)) {
    await setTimeout(20)
  }
}

test(`through ${ROUNDS} bad days under load nothing acknowledged is lost, nothing doubled, and the log is whole`, async () => {
  const toggles = Array.from({ length: WRITERS }, (_, n) => `bad_day_${n}`)
  for (const key of toggles) {
    await createToggle(tomas(), { key, description: '' })
  }
  const writers = toggles.map((toggle) => write({ toggle, acknowledged: [] }))
  const workers = [beginWorker()]
  await goesOn(writers)
  for (let round = 0; round < ROUNDS; round += 1) {
    await setTimeout((round * 37) % 200)
    await badDay(VICTIMS[round % VICTIMS.length] ?? 'a backend', writers, workers)
    await goesOn(writers)
  }
  for (const { child } of writers) {
    child.stdin?.end()
    if (child.exitCode === null) await once(child, 'exit')
  }

  await disconnectDatabase()
  await connectDatabase(postgres.appUrl)
  const told = await db().$queryRaw<{ reason: string; times: number }[]>`
    SELECT t.text AS reason, count(*)::int AS times
      FROM audit.text t JOIN audit.event e ON e.id = t.event_id
     WHERE t.field = 'reason' AND e.outcome = 'allowed' GROUP BY t.text`
  expect(told.filter(({ times }) => times !== 1)).toEqual([])
  const inLog = new Set(told.map(({ reason }) => reason))
  for (const { toggle, acknowledged } of writers) {
    expect(acknowledged).toEqual([...new Set(acknowledged)])
    expect(acknowledged.filter((n) => !inLog.has(`${toggle} ${n}`))).toEqual([])
  }
  // Nor is there one that nobody asked for: at most the last of each, whose answer was on its way.
  const all = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  expect(inLog.size - all).toBeLessThanOrEqual(WRITERS)
  const found = await verify(tomas(), { thorough: true })
  expect(found).toMatchObject({ holds: true, problem: null })
  process.stdout.write(
    `${ROUNDS} bad days: ${all} flips acknowledged, ${found.entries} entries hold\n`,
  )
}, 3_600_000)
