import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRollback } from './find-rollback.ts'
import { flip } from './flip.ts'
import { rollBack } from './roll-back.ts'
import { KEY, launchedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

test('before the first flip there is nothing to roll back', async () => {
  await launchedToggle()
  expect(await findRollback(cast.tomas(), KEY, 'production')).toBeNull()
})

test('it says what the rollback then does', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  await flip(cast.tomas(), toShare(25))
  const preview = await findRollback(cast.tomas(), KEY, 'production')
  expect(preview).toMatchObject({
    undoes: 3,
    from: '25 % of actors',
    to: '10 % of actors',
    direction: 'narrows',
    checks: [],
    allowed: true,
    version: 3,
  })
  const { result } = await rollBack(cast.tomas(), {
    toggle: KEY,
    environment: 'production',
    reason: 'Errors rose',
  })
  expect(result.state.percentageOfActors).toBe(10)
  expect(await findRollback(cast.tomas(), KEY, 'production')).toMatchObject({
    undoes: 2,
    to: 'off',
  })
})

test('where restoring would widen it names the checks, and who may', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(25))
  await flip(cast.tomas(), toShare(5))
  const preview = await findRollback(cast.priya(), KEY, 'production')
  expect(preview).toMatchObject({ direction: 'widens', allowed: false, allowed_to: 'a tech lead' })
  expect(preview?.checks.map(({ check }) => check)).toContain('launch_decision')
})

test('a toggle that is not there is refused', async () => {
  await expect(findRollback(cast.tomas(), 'nowhere', 'production')).rejects.toMatchObject({
    refusal: { code: 'not_found' },
  })
})
