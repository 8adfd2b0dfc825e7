import { expect, test } from 'vitest'
import { contradictoryPlan } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findNextRound } from './find-next-round.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

test('the next round of a plan may be for any of its stages', async () => {
  const { slug } = await keptPlan(contradictoryPlan)
  const next = await findNextRound(cast.priya(), slug)
  expect(next).toMatchObject({ number: 1, open: true })
  expect(next.purposes.at(0)).toBe('Test users')
  expect(next.purposes.length).toBeGreaterThan(2)
  expect(next.purposes.at(-1)).toBe('Again after a rollback')
  expect(next.required).toContain('government_lead')
})

test('after a round the next has the next number, and a viewer opens none', async () => {
  const { slug } = await openedRound()
  expect(await findNextRound(cast.victor(), slug)).toMatchObject({ number: 2, open: false })
})

test('a plan that is not there has no next round', async () => {
  await expect(findNextRound(cast.priya(), 'none')).rejects.toMatchObject({
    refusal: { code: 'not_found' },
  })
})
