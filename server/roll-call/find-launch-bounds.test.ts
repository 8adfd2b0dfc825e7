import { expect, test } from 'vitest'
import { contradictoryPlan } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findLaunchBounds } from './find-launch-bounds.ts'

givenCast()

test('a launch can be bounded by a protected environment and by a stage with a percentage', async () => {
  const { slug } = await keptPlan(contradictoryPlan)
  const { environments, stages } = await findLaunchBounds(cast.priya(), slug)
  expect(environments.map(({ key }) => key)).toEqual(['production'])
  expect(stages.length).toBeGreaterThan(0)
  expect(stages.every(({ percentage }) => percentage > 0)).toBe(true)
})

test('a plan that is not there has no bounds', async () => {
  await expect(findLaunchBounds(cast.priya(), 'none')).rejects.toMatchObject({
    refusal: { code: 'not_found' },
  })
})
