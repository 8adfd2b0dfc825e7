import { expect, test } from 'vitest'
import { readCheckIn, recordACheckIn } from '../api/check-ins.ts'
import { db } from '../db.ts'
import { readDocument } from '../plans/read-document.ts'
import { call } from '../plans/testing/call.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { standingDecision } from '../roll-call/standing-decision.ts'
import { LETTERS, launchedStages, REMINDERS, toShare } from '../rollout/testing/staged-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findCheckIns } from './find-check-ins.ts'
import { findDueCheckIns } from './find-due-check-ins.ts'
import { recordCheckIn } from './record-check-in.ts'
import { remindCheckIns } from './remind-check-ins.ts'

givenCast()

const cameTo = (slug: string, actual = 0.4) => ({
  slug,
  which: 'one_week' as const,
  users: 9100,
  metrics: [
    {
      name: 'Abandonment',
      comparator: '<' as const,
      threshold: 20,
      threshold_to: null,
      unit: '%',
      actual,
      link: null,
    },
  ],
  errors: 2,
  errorsNote: 'Timeouts of the letters service',
  note: undefined,
})

async function fullyOut(): Promise<string> {
  const { slug } = await launchedStages()
  for (const share of [10, 50, 100]) await toShare(share)
  return slug
}
const textOf = async (slug: string) =>
  new TextDecoder().decode((await readDocument(cast.victor(), slug)).bytes)

test('nothing is due before everybody is in, and the flip that lets them in sets the days', async () => {
  const { slug } = await launchedStages()
  await toShare(10)
  expect((await findCheckIns(cast.victor(), slug)).check_ins).toMatchObject([
    { which: 'one_week', state: 'waiting', due_on: null },
    { which: 'one_month', state: 'waiting', due_on: null },
  ])
  await expect(recordCheckIn(cast.tomas(), cameTo(slug))).rejects.toMatchObject({
    refusal: { code: 'stage_not_ready' },
  })
  await toShare(50)
  await toShare(100)
  const { full_since, check_ins } = await findCheckIns(cast.victor(), slug)
  const week = new Date(Date.parse(full_since ?? '') + 7 * 86_400_000).toISOString().slice(0, 10)
  expect(check_ins).toMatchObject([{ state: 'upcoming', due_on: week }, { state: 'upcoming' }])
  expect(await findDueCheckIns(cast.tomas())).toEqual([])
  await toShare(50)
  expect((await findCheckIns(cast.victor(), slug)).full_since).toBeNull()
})

test('a check-in is written into the plan, recording it again replaces it, and no sign-off goes stale', async () => {
  const slug = await fullyOut()
  const before = await textOf(slug)
  await recordCheckIn(cast.quentin(), cameTo(slug))
  const once = await textOf(slug)
  expect(once).toContain('- Abandonment: 0.4 % (wanted < 20 %, met)')
  await recordCheckIn(cast.quentin(), cameTo(slug, 31))
  const twice = await textOf(slug)
  expect(twice).toBe(once.replace('0.4 % (wanted < 20 %, met)', '31 % (wanted < 20 %, not met)'))
  expect(twice.length).toBeGreaterThan(before.length)
  const plan = await db().plan.findUniqueOrThrow({ where: { slug } })
  expect(plan.revision).toBe(3)
  const standing = await standingDecision(db(), plan.id)
  expect(standing?.roster.map(({ status }) => status)).toEqual(standing?.roster.map(() => 'go'))
  expect((await findCheckIns(cast.victor(), slug)).check_ins[0]).toMatchObject({
    state: 'recorded',
    document: 'answered',
    recorded: { users: 9100, by: 'Quentin Marsh', metrics: [{ verdict: 'not_met' }] },
  })
  expect((await planEntries()).slice(-2).map(({ type }) => type)).toEqual([
    'check_in.recorded',
    'plan.revised',
  ])
})

test('two at the same moment are kept one after the other', async () => {
  const slug = await fullyOut()
  await Promise.all([
    recordCheckIn(cast.quentin(), cameTo(slug)),
    recordCheckIn(cast.tomas(), cameTo(slug, 31)),
  ])
  expect((await textOf(slug)).match(/- Abandonment/g)).toHaveLength(1)
  expect(await db().checkIn.count()).toBe(1)
})

test('a viewer reads it and does not record it, over the API as well', async () => {
  const slug = await fullyOut()
  const params = { slug, which: 'one_month' }
  const read = await call('victor', readCheckIn, { params })
  expect(read.body.check_in).toMatchObject({ which: 'one_month', state: 'upcoming' })
  const refused = await call('victor', recordACheckIn, { params, json: { metrics: [] } })
  expect(refused.status).toBe(403)
  const wrong = await call('tomas', recordACheckIn, { params, json: { metrics: 'none' } })
  expect(wrong.body.errors).toMatchObject([{ path: 'metrics' }])
  const done = await call('tomas', recordACheckIn, { params, json: { metrics: [], users: 10 } })
  expect(done.body.check_in).toMatchObject({ state: 'recorded', recorded: { users: 10 } })
  const nowhere = await call('victor', readCheckIn, { params: { slug, which: 'one_year' } })
  expect(nowhere.status).toBe(400)
})

test('nobody is reminded before the day', async () => {
  await fullyOut()
  await toShare(10, REMINDERS)
  expect(LETTERS).not.toBe(REMINDERS)
  expect(await remindCheckIns()).toBe(0)
  expect(await db().checkInReminder.count()).toBe(0)
})
