import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tamper } from '../../server/audit/testing/tamper.ts'
import { findDueCheckIns } from '../../server/check-ins/find-due-check-ins.ts'
import { recordCheckIn } from '../../server/check-ins/record-check-in.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { launchedStages, toShare } from '../../server/rollout/testing/staged-plan.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { TASKS } from '../tasks.ts'
import { testSigner } from '../testing/test-signer.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
})
afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
})

/** The worker's own task, as the timetable has it run every day. */
const remind = () =>
  TASKS.remind_check_ins(
    {},
    { id: '1', attempt: 1, isLastTry: false, signal: new AbortController().signal },
    {
      post: () => null,
      postWebhook: async () => ({ status: 204, error: null, retryAfterMs: null }),
      origin: 'https://rollcall.example.gov',
      heads: testSigner(mkdtempSync(join(tmpdir(), 'rollcall-heads-'))),
    },
  )

/** As the clock would be so many days later: what happened is that much longer ago. */
const passDays = (count: number) =>
  tamper(
    database,
    `UPDATE audit.chain SET sealed_at = sealed_at - interval '${count} days'`,
    `UPDATE check_in SET recorded_at = recorded_at - interval '${count} days'`,
  )

const mails = async () =>
  (await db().mail.findMany({ orderBy: [{ subject: 'asc' }, { name: 'asc' }] })).map(
    ({ name, subject }) => `${name}: ${subject.split(':')[0]}`,
  )

async function fullyOut(): Promise<string> {
  const { slug } = await launchedStages()
  for (const share of [10, 50, 100]) await toShare(share)
  return slug
}

test('who runs a plan is written to on the day of its check-in, and once more when it has passed', async () => {
  const slug = await fullyOut()
  expect(await remind()).toBe('wrote 0')
  await passDays(7)
  expect(await findDueCheckIns(cast.priya())).toMatchObject([{ which: 'one_week', state: 'due' }])
  expect(await remind()).toBe('wrote 2')
  expect(await remind()).toBe('wrote 0')
  expect(await mails()).toEqual(['Priya Raman: Check-in due', 'Tomás Ibarra: Check-in due'])

  await passDays(1)
  expect(await findDueCheckIns(cast.quentin())).toMatchObject([
    { which: 'one_week', state: 'overdue', plan: { slug } },
  ])
  expect(await findDueCheckIns(cast.victor())).toEqual([])
  expect(await remind()).toBe('wrote 2')
  expect(await remind()).toBe('wrote 0')
  expect((await mails()).filter((mail) => mail.endsWith('overdue'))).toHaveLength(2)
  const jobs = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`
  expect(jobs.length).toBeGreaterThanOrEqual(4)
})

test('nobody is reminded of what is recorded, and the month comes by itself', async () => {
  const slug = await fullyOut()
  await passDays(7)
  const measured = { users: 10, metrics: [], errors: null, errorsNote: undefined, note: undefined }
  await recordCheckIn(cast.tomas(), { slug, which: 'one_week', ...measured })
  expect(await remind()).toBe('wrote 0')
  await passDays(40)
  expect(await findDueCheckIns(cast.tomas())).toMatchObject([
    { which: 'one_month', state: 'overdue' },
  ])
  expect(await remind()).toBe('wrote 2')
})
