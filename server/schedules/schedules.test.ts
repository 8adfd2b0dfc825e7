import { describe, expect, test } from 'vitest'
import { change } from '../change.ts'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { imageOf } from '../write-entry.ts'
import { cancelSchedule } from './cancel-schedule.ts'
import { findSchedules } from './find-schedules.ts'
import { runOverdue } from './run-overdue.ts'
import { runSchedule } from './run-schedule.ts'
import { scheduleFlips } from './schedule-flips.ts'
import { scheduled, share } from './testing/scheduled.ts'
import { momentPassed, soon } from './testing/soon.ts'

givenCast()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

const types = async () => (await planEntries()).map(({ type }) => type)

describe('a scheduled flip', () => {
  test('is made once its moment has come, as its author, with the entry that it was', async () => {
    await launchedToggle()
    const { result } = await scheduleFlips(cast.tomas(), scheduled(10))
    expect(await runSchedule(result.id)).toBe('early')
    await momentPassed(result.id)
    expect(await runSchedule(result.id)).toBe('done')
    expect(await share()).toBe(10)
    expect((await planEntries()).slice(-3)).toMatchObject([
      { type: 'schedule.made', actorId: cast.tomas().id, changed: ['schedule 1'] },
      { type: 'toggle.widened', actorId: cast.tomas().id, data: { schedule: result.id } },
      { type: 'schedule.done', actorId: cast.tomas().id, changed: ['schedule 2'] },
    ])
    expect(await runSchedule(result.id)).toBe('over')
  })

  test('has a job on the worker’s list for its moment, which cancelling takes back', async () => {
    await plannedToggle()
    const input = scheduled(10, 'staging')
    const { result } = await scheduleFlips(cast.tomas(), input)
    const jobs = () =>
      db().$queryRaw`SELECT key, run_at FROM graphile_worker.jobs WHERE key IS NOT NULL`
    expect(await jobs()).toMatchObject([{ key: `schedule:${result.id}`, run_at: input.at }])
    await cancelSchedule(cast.ben(), result.id)
    expect(await jobs()).toEqual([])
    expect((await types()).at(-1)).toBe('schedule.cancelled')
    await momentPassed(result.id)
    expect(await runSchedule(result.id)).toBe('over')
    expect(await share('staging')).toBeNull()
    await expect(cancelSchedule(cast.tomas(), result.id)).rejects.toMatchObject(
      refusedWith({ code: 'settled', how: 'cancelled' }),
    )
  })

  test('is made once by many that try at the same moment', async () => {
    await launchedToggle()
    const { result } = await scheduleFlips(cast.tomas(), scheduled(10))
    await momentPassed(result.id)
    const outcomes = await Promise.all([
      ...Array.from({ length: 6 }, () => runSchedule(result.id)),
      runOverdue(),
    ])
    expect(outcomes.filter((one) => one === 'done' || one === 1)).toHaveLength(1)
    expect((await types()).filter((type) => type === 'toggle.widened')).toHaveLength(1)
  })

  test('is refused with an entry and a mail when a check fails by then', async () => {
    await launchedToggle()
    const { result } = await scheduleFlips(cast.tomas(), scheduled(10))
    await setFreeze(cast.grace(), {
      startsAt: new Date(Date.now() - 60_000),
      endsAt: new Date(Date.now() + 60_000),
      reason: 'Enrolment week',
      environments: [],
    })
    await momentPassed(result.id)
    expect(await runSchedule(result.id)).toBe('refused')
    expect(await share()).toBeNull()
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'schedule.refused',
      outcome: 'allowed',
      data: { refusal: 'checks_not_passed', checks: ['freeze'] },
    })
    expect(await db().mail.findMany()).toMatchObject([
      { personId: cast.tomas().id, subject: `Not flipped as scheduled: ${KEY} in production` },
    ])
    const [shown] = await findSchedules(cast.victor(), { toggle: KEY, environment: 'production' })
    expect(shown).toMatchObject({ state: 'refused', may_cancel: false })
    expect(shown?.refusal).toContain('Enrolment week')
  })

  test('that widens is refused when the state is not what it was to meet; one that narrows is made', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    const widening = await scheduleFlips(cast.tomas(), scheduled(60))
    await flip(cast.tomas(), toShare(20))
    await momentPassed(widening.result.id)
    expect(await runSchedule(widening.result.id)).toBe('refused')
    expect((await planEntries()).at(-1)).toMatchObject({ data: { refusal: 'state_changed' } })

    const narrowing = await scheduleFlips(cast.ben(), scheduled(10))
    await flip(cast.tomas(), toShare(15))
    await momentPassed(narrowing.result.id)
    expect(await runSchedule(narrowing.result.id)).toBe('done')
    expect(await share()).toBe(10)
  })

  test('is refused once its author lost the right, or may no longer sign in', async () => {
    await launchedToggle()
    const { result } = await scheduleFlips(cast.tomas(), scheduled(10))
    const other = await scheduleFlips(cast.tomas(), { ...scheduled(15), at: soon(500) })
    await loseRole(cast.tomas().id)
    await momentPassed(result.id)
    expect(await runSchedule(result.id)).toBe('refused')
    expect((await planEntries()).at(-1)).toMatchObject({ data: { refusal: 'forbidden' } })
    await disable(cast.tomas().id)
    await momentPassed(other.result.id)
    expect(await runSchedule(other.result.id)).toBe('refused')
    expect((await planEntries()).at(-1)).toMatchObject({
      actorId: 'system',
      data: { refusal: 'not_permitted' },
    })
  })

  test('of several is made in the plan’s order or not at all', async () => {
    const keys = [KEY, 'claim_status_letters_old']
    const { slug } = await launchedToggle(keys)
    await flip(cast.tomas(), { ...toShare(5), toggle: 'claim_status_letters_old' })
    const flips = [
      { toggle: 'claim_status_letters_old', patch: { boolean: false } },
      { toggle: KEY, patch: { percentage_of_actors: 10 } },
    ]
    const input = { environment: 'production', at: soon(), reason: 'Swap', plan: slug, flips }
    const { result } = await scheduleFlips(cast.tomas(), input)
    await momentPassed(result.id)
    expect(await runSchedule(result.id)).toBe('done')
    expect((await types()).slice(-3)).toEqual([
      'toggle.widened',
      'toggle.narrowed',
      'schedule.done',
    ])
  })
})

async function loseRole(person: string): Promise<void> {
  await change(cast.alma(), { tried: 'take a role', target: {} }, async (tx) => {
    const { id, role } = await tx.membership.findFirstOrThrow({ where: { personId: person } })
    const before = await imageOf(tx, 'membership', id)
    await tx.membership.update({ where: { id }, data: { revoked: true, version: 2 } })
    const data = { person, role, discipline: null }
    const changed = [{ entity: 'membership', id, before }] as const
    return { result: null, entries: [{ type: 'membership.revoked', target: {}, data, changed }] }
  })
}

async function disable(person: string): Promise<void> {
  await change(cast.alma(), { tried: 'disable', target: {} }, async (tx) => {
    const before = await imageOf(tx, 'person', person)
    const { version } = await tx.person.findUniqueOrThrow({ where: { id: person } })
    await tx.person.update({
      where: { id: person },
      data: { disabled: true, version: version + 1 },
    })
    const changed = [{ entity: 'person', id: person, before }] as const
    return {
      result: null,
      entries: [{ type: 'person.disabled', target: {}, data: { person }, changed }],
    }
  })
}
