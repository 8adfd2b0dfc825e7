import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findHistory } from './find-history.ts'
import { flip } from './flip.ts'
import { rollBack } from './roll-back.ts'
import { KEY, launchedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

test('every step is told with who took it, what it led to and why, oldest first', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  await flip(cast.tomas(), {
    ...toShare(0),
    patch: { percentage_of_actors: 25, actors: ['first@example.gov'] },
    reason: 'Canary was quiet',
  })
  await rollBack(cast.priya(), { toggle: KEY, environment: 'production', reason: 'Errors rose' })
  const steps = (await findHistory(cast.victor(), KEY)).get('production')
  expect(steps).toMatchObject([
    { version: 1, type: 'toggle.registered', words: 'off', percentage: 0, reason: null },
    { version: 2, type: 'toggle.widened', words: '10 % of actors', percentage: 10 },
    {
      version: 3,
      actor: 'Tomás Ibarra',
      words: '25 % of actors and 1 named actor',
      percentage: 25,
      reason: 'Canary was quiet',
    },
    { version: 4, type: 'toggle.rolled_back', actor: 'Priya Raman', reason: 'Errors rose' },
  ])
  const numbers = steps?.map(({ seq }) => seq) ?? []
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers)
})

test('each environment has its own past, and an unknown toggle has none', async () => {
  await launchedToggle()
  await flip(cast.ben(), { ...toShare(40), environment: 'staging' })
  const history = await findHistory(cast.victor(), KEY)
  expect([...history.keys()]).toEqual(['development', 'staging', 'production'])
  expect(history.get('staging')).toHaveLength(2)
  expect(history.get('production')).toHaveLength(1)
  expect((await findHistory(cast.victor(), 'nowhere')).size).toBe(0)
})
