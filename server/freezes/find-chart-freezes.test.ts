import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { changeFreeze } from './change-freeze.ts'
import { findChartFreezes } from './find-chart-freezes.ts'
import { liftFreeze } from './lift-freeze.ts'
import { setFreeze } from './set-freeze.ts'

givenCast()

const HOUR = 3_600_000
const hours = (count: number) => new Date(Date.now() + count * HOUR)
const chart = (environment = 'production') =>
  findChartFreezes(cast.victor(), {
    environment,
    team: 'benefits-portal',
    from: hours(-24),
    until: hours(24 * 15),
  })

test('a freeze that comes again is on the chart with each of its windows', async () => {
  const startsAt = hours(1)
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR)
  await setFreeze(cast.grace(), {
    startsAt,
    endsAt,
    reason: 'Nightly loads',
    environments: ['production'],
    recurrence: { rule: 'FREQ=DAILY;COUNT=5', timeZone: 'UTC' },
  })
  const days = await chart()
  expect(days).toHaveLength(5)
  expect(days[0]).toEqual({
    from: startsAt.toISOString(),
    until: endsAt.toISOString(),
    reason: 'Nightly loads',
  })
  expect(await chart('staging')).toEqual([])
})

test('one that was lifted is there until it was lifted, and one lifted beforehand never', async () => {
  const standing = {
    startsAt: hours(-2),
    endsAt: hours(30),
    reason: 'The audit is on',
    environments: [],
  }
  const { result } = await setFreeze(cast.grace(), standing)
  const later = { startsAt: hours(2), endsAt: hours(9), reason: 'Never came', environments: [] }
  const { result: other } = await setFreeze(cast.grace(), later)
  await changeFreeze(cast.grace(), { id: result.id, overrideAllowed: false })
  await liftFreeze(cast.grace(), result.id)
  await liftFreeze(cast.grace(), other.id)
  const stood = await chart()
  expect(stood).toHaveLength(1)
  expect(Date.parse(stood[0]?.until ?? '')).toBeLessThanOrEqual(Date.now() + 1000)
})

test('a freeze of another environment or team is not on it', async () => {
  await setFreeze(cast.grace(), {
    startsAt: hours(1),
    endsAt: hours(2),
    reason: 'Staging is rebuilt',
    environments: ['staging'],
  })
  expect(await chart()).toEqual([])
  expect(await chart('staging')).toHaveLength(1)
})
