import { expect, test } from 'vitest'
import { importPlan } from '../plans/import-plan.ts'
import { bytesOf } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findToggleRollout } from './find-toggle-rollout.ts'
import { stagedText } from './testing/staged-plan.ts'

givenCast()

test('the last of many toggles has its way through the stages too', async () => {
  const toggles = Array.from({ length: 52 }, (_, n) => `letters_${n + 10}`)
  const { result: plan } = await importPlan(cast.priya(), {
    bytes: bytesOf(stagedText(toggles)),
    register: toggles,
  })
  const { stages, rollouts } = await findToggleRollout(cast.victor(), plan.slug, 'letters_61')
  expect(stages.length).toBeGreaterThan(0)
  expect([...rollouts.values()].map(({ toggle }) => toggle)).toEqual(['letters_61'])
  const unknown = await findToggleRollout(cast.victor(), plan.slug, 'letters_62')
  expect(unknown.rollouts).toEqual(new Map())
})
