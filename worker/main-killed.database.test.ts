import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../bin/test-run/source-files.ts'
import { verify } from '../server/audit/verify.ts'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { scheduleFlips } from '../server/schedules/schedule-flips.ts'
import { cast } from '../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { plannedToggle } from '../server/toggles/testing/launched-toggle.ts'

// ROLLCALL_KILLS=50 is the run of record; a few show in every run that nothing has come loose.
const KILLS = Number(process.env.ROLLCALL_KILLS ?? '4')
const AT_ONCE = 3

let database: TestDatabase
let workers: ChildProcess[] = []

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
})

afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  workers = []
  await disconnectDatabase()
  await database.drop()
})

function begin(): ChildProcess {
  const worker = spawn(process.execPath, [join(root, 'worker/testing/worker-process.ts')], {
    env: {
      ...process.env,
      TEST_DATABASE: database.appUrl,
      TEST_SMTP: 'smtp://127.0.0.1:9',
      TEST_TAKE_OVER_MS: '300',
    },
    stdio: 'ignore',
  })
  workers.push(worker)
  return worker
}

const key = (round: number, n: number) => `killed_${round}_${n}`

/** Two flips that go through and one that a check refuses, due while the killing goes on. */
async function scheduleRound(round: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < AT_ONCE; n += 1) {
    const { result } = await scheduleFlips(cast.tomas(), {
      environment: n === 0 ? 'production' : 'staging',
      at: new Date(Date.now() + 900),
      flips: [{ toggle: key(round, n), patch: { percentage_of_actors: 10 } }],
      reason: `Round ${round}`,
    })
    ids.push(result.id)
  }
  return ids
}

const waiting = () => db().schedule.count({ where: { state: 'waiting' } })

test(`a worker killed ${KILLS} times makes or refuses each scheduled flip once`, async () => {
  const rounds = Array.from({ length: KILLS }, (_, round) => round)
  const keys = rounds.flatMap((round) => [0, 1, 2].map((n) => key(round, n)))
  await plannedToggle(keys)
  const scheduled: string[] = []
  let [victim, other] = [begin(), begin()]
  for (const round of rounds) {
    scheduled.push(...(await scheduleRound(round)))
    // Somewhere from before the first is due to after the last is made.
    await setTimeout(600 + ((round * 137) % 900))
    victim.kill('SIGKILL')
    ;[victim, other] = [other, begin()]
  }
  while ((await waiting()) > 0) await setTimeout(100)

  const settled = await db().$queryRaw<{ id: string; type: string; times: number }[]>`
    SELECT c.entity_id AS id, e.type, count(*)::int AS times
      FROM audit.change c JOIN audit.event e ON e.id = c.event_id
     WHERE c.entity = 'schedule' AND e.type IN ('schedule.done', 'schedule.refused')
     GROUP BY c.entity_id, e.type`
  expect(settled.map(({ times }) => times)).toEqual(scheduled.map(() => 1))
  expect(new Set(settled.map(({ id }) => id))).toEqual(new Set(scheduled))
  expect(settled.filter(({ type }) => type === 'schedule.refused')).toHaveLength(KILLS)

  const flips = await db().$queryRaw<{ schedule: string; times: number }[]>`
    SELECT e.payload::jsonb #>> '{data,schedule}' AS schedule, count(*)::int AS times
      FROM audit.event e WHERE e.type = 'toggle.widened' GROUP BY 1`
  expect(flips.map(({ times }) => times)).toEqual(Array.from({ length: 2 * KILLS }, () => 1))
  const open = await db().toggleState.count({ where: { percentageOfActors: 10 } })
  expect(open).toBe(2 * KILLS)
  expect(await db().mail.count()).toBe(KILLS)
  expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
}, 600_000)
