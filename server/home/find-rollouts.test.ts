import { expect, test } from 'vitest'
import { setFreeze } from '../freezes/set-freeze.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { rollBack } from '../toggles/roll-back.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findRollouts } from './find-rollouts.ts'

givenCast()

test('before a launch there is no rollout', async () => {
  await plannedToggle()
  expect(await findRollouts(cast.tomas())).toEqual([])
})

test('a launched toggle waits at the tech lead until it is on', async () => {
  const { slug } = await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  expect(await findRollouts(cast.tomas())).toMatchObject([
    {
      toggle: KEY,
      environment: 'production',
      now: '10 % of actors',
      next: 'on',
      stage: null,
      plan: { slug },
      held_by: [],
      rolled_back: null,
    },
  ])
  for (const person of [cast.priya, cast.grace, cast.ben, cast.victor]) {
    expect(await findRollouts(person())).toEqual([])
  }
  await flip(cast.tomas(), { ...toShare(0), patch: { boolean: true } })
  expect(await findRollouts(cast.tomas())).toEqual([])
})

test('what holds the next step is named, and a rollback with its reason', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  await rollBack(cast.priya(), { toggle: KEY, environment: 'production', reason: 'Errors rose' })
  await setFreeze(cast.grace(), {
    startsAt: new Date(Date.now() - 60_000),
    endsAt: new Date(Date.now() + 600_000),
    reason: 'Enrolment week',
    environments: [],
  })
  expect(await findRollouts(cast.tomas())).toMatchObject([
    { now: 'off', held_by: ['freeze'], rolled_back: 'Errors rose' },
  ])
})

test('of more than 25, those that stand longest are asked', async () => {
  const keys = Array.from({ length: 27 }, (_, n) => `letters_${n + 10}`)
  await launchedToggle(keys)
  await flip(cast.tomas(), { ...toShare(10), toggle: 'letters_10' })
  const asked = (await findRollouts(cast.tomas())).map(({ toggle }) => toggle)
  expect(asked).toHaveLength(25)
  expect(asked).not.toContain('letters_10')
})
