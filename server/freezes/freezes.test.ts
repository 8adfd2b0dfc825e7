import { expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findFreezes } from './find-freezes.ts'
import { liftFreeze } from './lift-freeze.ts'
import { setFreeze } from './set-freeze.ts'

givenCast()

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
const holiday = () => ({
  startsAt: hours(1),
  endsAt: hours(48),
  reason: 'Nobody is on call',
  environments: ['production'],
})

test('a freeze is set, listed and lifted, and both are on record', async () => {
  const { result } = await setFreeze(cast.grace(), holiday())
  expect(await findFreezes(cast.victor())).toEqual({ freezes: [result] })
  expect(result).toMatchObject({ set_by: 'Grace Okafor', environments: ['production'] })
  await liftFreeze(cast.tomas(), result.id)
  expect(await findFreezes(cast.victor())).toEqual({ freezes: [] })
  expect((await planEntries()).map(({ type }) => type)).toEqual(['freeze.set', 'freeze.lifted'])
})

test('lifting twice is lifting once', async () => {
  const { result } = await setFreeze(cast.grace(), holiday())
  const both = await Promise.all([
    liftFreeze(cast.grace(), result.id),
    liftFreeze(cast.tomas(), result.id),
  ])
  expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
})

test('an end before the start and an unknown environment are told by their field', async () => {
  const wrong = { ...holiday(), endsAt: hours(0) }
  await expect(setFreeze(cast.grace(), wrong)).rejects.toMatchObject({
    refusal: { errors: [{ path: 'ends_at' }] },
  })
  await expect(
    setFreeze(cast.grace(), { ...holiday(), environments: ['moon'] }),
  ).rejects.toMatchObject({ refusal: { errors: [{ path: 'environments' }] } })
})

test('a viewer may neither set nor lift one', async () => {
  const { result } = await setFreeze(cast.grace(), holiday())
  await expect(setFreeze(cast.victor(), holiday())).rejects.toMatchObject({
    refusal: { code: 'forbidden' },
  })
  await expect(liftFreeze(cast.victor(), result.id)).rejects.toMatchObject({
    refusal: { code: 'forbidden' },
  })
})
