import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { setUpTeam } from '../teams/set-up-team.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { propose } from '../toggles/propose.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { changeFreeze } from './change-freeze.ts'
import { findFreezes } from './find-freezes.ts'
import { setFreeze } from './set-freeze.ts'

givenCast()

const HOUR = 3_600_000
const hours = (count: number) => new Date(Date.now() + count * HOUR)
const held = { refusal: { code: 'checks_not_passed' } }

/** A freeze of every day that began long ago, and stands now unless its first hour says otherwise. */
const daily = (startedHoursAgo = 1, lasting = 2) => ({
  startsAt: hours(-24 * 30 - startedHoursAgo),
  endsAt: hours(-24 * 30 - startedHoursAgo + lasting),
  reason: 'Nightly batch',
  environments: ['production'],
  recurrence: { rule: 'FREQ=DAILY', timeZone: 'UTC' },
})

const override = { reason: 'Letters go out blank and the fix is behind this toggle' }

describe('a freeze that comes again', () => {
  test('holds what widens while one of its windows stands, and says how it comes', async () => {
    await launchedToggle()
    await setFreeze(cast.grace(), daily())
    await expect(flip(cast.tomas(), toShare(10))).rejects.toMatchObject(held)
    const { checks } = await propose(cast.tomas(), { ...toShare(10), toggle: KEY })
    expect(checks.find(({ check }) => check === 'freeze')).toMatchObject({
      passed: false,
      binds: true,
      detail: expect.stringContaining('UTC): Nightly batch'),
    })
  })

  test('holds nothing between its windows', async () => {
    await launchedToggle()
    await setFreeze(cast.grace(), daily(4, 2))
    await expect(flip(cast.tomas(), toShare(10))).resolves.toMatchObject({ result: { version: 2 } })
  })

  test('is listed with its next windows for as long as there are any', async () => {
    const { result } = await setFreeze(cast.grace(), daily())
    expect(result.next).toHaveLength(3)
    expect(result).toMatchObject({ stands: true, recurrence: { rule: 'FREQ=DAILY' } })
    const over = { rule: 'FREQ=DAILY;COUNT=3', timeZone: 'UTC' }
    await setFreeze(cast.grace(), { ...daily(), recurrence: over })
    expect((await findFreezes(cast.victor())).freezes).toEqual([
      expect.objectContaining({ id: result.id }),
    ])
  })
})

describe('a freeze over one team', () => {
  test('holds the toggles of that team alone', async () => {
    await launchedToggle()
    await setUpTeam(systemActor(), { slug: 'forms', name: 'Forms' }, [])
    const base = { startsAt: hours(-1), endsAt: hours(1), reason: 'Moving house', environments: [] }
    await setFreeze(cast.alma({ memberships: await inEveryTeam() }), { ...base, team: 'forms' })
    await flip(cast.tomas(), toShare(10))
    await setFreeze(cast.priya(), { ...base, team: 'benefits-portal' })
    await expect(flip(cast.tomas(), toShare(50))).rejects.toMatchObject(held)
  })

  test('is for somebody of that team to set', async () => {
    await setUpTeam(systemActor(), { slug: 'forms', name: 'Forms' }, [])
    const freeze = { ...daily(), team: 'forms' }
    await expect(setFreeze(cast.tomas(), freeze)).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
    await expect(setFreeze(cast.tomas(), { ...freeze, team: 'moon' })).rejects.toMatchObject({
      refusal: { errors: [{ path: 'team' }] },
    })
  })
})

describe('an override', () => {
  test('passes a freeze, unless who set it said no', async () => {
    await launchedToggle()
    const { result } = await setFreeze(cast.grace(), daily())
    await flip(cast.tomas(), { ...toShare(10), override })
    await changeFreeze(cast.grace(), { id: result.id, overrideAllowed: false })
    await expect(flip(cast.tomas(), { ...toShare(50), override })).rejects.toMatchObject(held)
    const { may_override } = await propose(cast.tomas(), { ...toShare(50), toggle: KEY })
    expect(may_override).toBe(false)
  })
})

describe('changing a freeze', () => {
  test('is on record with how it stands now, and changing nothing is not', async () => {
    const { result } = await setFreeze(cast.grace(), daily())
    const changed = await changeFreeze(cast.tomas(), {
      id: result.id,
      expectedVersion: 1,
      environments: ['staging', 'production'],
    })
    expect(changed.result).toMatchObject({ version: 2, environments: ['production', 'staging'] })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'freeze.changed',
      data: { environments: ['production', 'staging'], rule: 'FREQ=DAILY', team: null },
      changed: ['freeze_terms 2', 'freeze_window 2'],
    })
    const again = await changeFreeze(cast.tomas(), { id: result.id, reason: 'Nightly batch' })
    expect(again.seqs).toEqual([])
  })

  test('is refused to a viewer, on a version that is gone, and of one that was lifted', async () => {
    const { result } = await setFreeze(cast.grace(), daily())
    const { id } = result
    await expect(changeFreeze(cast.victor(), { id })).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const race = await Promise.allSettled([
      changeFreeze(cast.tomas(), { id, expectedVersion: 1, reason: 'One' }),
      changeFreeze(cast.grace(), { id, expectedVersion: 1, reason: 'Two' }),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(changeFreeze(cast.grace(), { id, endsAt: hours(-2000) })).rejects.toMatchObject({
      refusal: { errors: [{ path: 'ends_at' }] },
    })
  })
})

test('a freeze that is being set waits for the flips under way, and holds every one after', async () => {
  await launchedToggle()
  const window = { startsAt: hours(-1), endsAt: hours(1), reason: 'Now', environments: [] }
  const outcomes = await Promise.allSettled([
    ...[1, 2, 3].map((share) => flip(cast.tomas(), toShare(share))),
    setFreeze(cast.grace(), window),
    ...[4, 5, 6].map((share) => flip(cast.tomas(), toShare(share))),
  ])
  expect(outcomes[3]?.status).toBe('fulfilled')
  const types = (await planEntries()).map(({ type }) => type)
  const after = types.slice(types.indexOf('freeze.set'))
  expect(after).not.toContain('toggle.widened')
})

async function inEveryTeam() {
  const teams = await db().team.findMany()
  return teams.map(({ id }) => ({ teamId: id, role: 'administrator' as const, discipline: null }))
}
