import { describe, expect, test } from 'vitest'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRollback } from './find-rollback.ts'
import { flip } from './flip.ts'
import { rollBack } from './roll-back.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

const back = (environment = 'production') => ({ toggle: KEY, environment, reason: 'Errors rose' })
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

test('a rollback restores the state before, not merely off, and names what it undid', async () => {
  await launchedToggle()
  const actors = ['first@example.gov', 'second@example.gov']
  await flip(cast.tomas(), { ...toShare(0), patch: { actors, percentage_of_actors: 10 } })
  await flip(cast.tomas(), { ...toShare(0), patch: { actors: [], percentage_of_actors: 25 } })
  await flip(cast.tomas(), { ...toShare(0), patch: { boolean: true } })

  const once = await rollBack(cast.tomas(), back())
  expect(once.result.state).toMatchObject({ boolean: false, percentageOfActors: 25, actors: [] })
  expect((await planEntries()).at(-1)).toMatchObject({
    type: 'toggle.rolled_back',
    data: { from: 'on', to: '25 % of actors', undoes: 4 },
    texts: { reason: 'Errors rose' },
  })
  const twice = await rollBack(cast.tomas(), back())
  expect(twice.result.state).toMatchObject({ percentageOfActors: 10, actors: [...actors].sort() })
})

test('whoever may narrow production may roll back there', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(50))
  await expect(rollBack(cast.priya(), back())).resolves.toMatchObject({ result: { version: 3 } })
  await expect(rollBack(cast.victor(), back())).rejects.toMatchObject(
    refusedWith({ code: 'nothing_to_roll_back' }),
  )
})

test('a viewer may not roll back', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(50))
  await expect(rollBack(cast.victor(), back())).rejects.toMatchObject(
    refusedWith({ code: 'forbidden' }),
  )
})

test('where restoring would widen it is checked like any widening', async () => {
  const { slug } = await launchedToggle()
  await flip(cast.tomas(), toShare(50))
  await flip(cast.tomas(), toShare(5))
  await revisePlan(cast.priya(), {
    slug,
    bytes: bytesOf(releasePlan({ toggles: [KEY], rollback: 'We call the vendor.' })),
    revision: 1,
  })
  await expect(rollBack(cast.tomas(), back())).rejects.toMatchObject(
    refusedWith({
      code: 'checks_not_passed',
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'sign_offs_current', passed: false }),
      ]),
    }),
  )
})

test('a toggle that was never flipped has nothing to roll back', async () => {
  await plannedToggle()
  await expect(rollBack(cast.tomas(), back('staging'))).rejects.toMatchObject(
    refusedWith({ code: 'nothing_to_roll_back' }),
  )
})

describe('a rollback to a chosen place', () => {
  test('restores the state before a chosen flip and undoes every later one', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const { seqs } = await flip(cast.tomas(), toShare(25))
    await flip(cast.tomas(), toShare(50))

    const preview = await findRollback(cast.tomas(), KEY, 'production', { toBeforeSeq: seqs[0] })
    expect(preview).toMatchObject({ undoes: 3, through: 4, to: '10 % of actors' })
    const done = await rollBack(cast.tomas(), { ...back(), toBeforeSeq: seqs[0] })
    expect(done.result).toMatchObject({ version: 5, state: { percentageOfActors: 10 } })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'toggle.rolled_back',
      data: { undoes: 3, through: 4 },
    })
    const next = await rollBack(cast.tomas(), back())
    expect(next.result.state).toMatchObject({ percentageOfActors: null })
  })

  test('restores what stood right before an entry of something else', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const { seqs } = await flip(cast.tomas(), toShare(5, 'staging'))
    await flip(cast.tomas(), toShare(25))
    const done = await rollBack(cast.tomas(), { ...back(), toBeforeSeq: seqs[0] })
    expect(done.result.state).toMatchObject({ percentageOfActors: 10 })
  })

  test('restores a version, and is refused for one that it never was at', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    await flip(cast.tomas(), toShare(25))
    for (const toVersion of [0, 9]) {
      await expect(rollBack(cast.tomas(), { ...back(), toVersion })).rejects.toMatchObject(
        refusedWith({ code: 'invalid' }),
      )
    }
    const both = { toVersion: 1, toBeforeSeq: 2 }
    await expect(rollBack(cast.tomas(), { ...back(), ...both })).rejects.toMatchObject(
      refusedWith({ code: 'invalid' }),
    )
    const done = await rollBack(cast.tomas(), { ...back(), toVersion: 1 })
    expect(done.result).toMatchObject({ version: 4, state: { percentageOfActors: null } })
  })

  test('loses to a flip that came meanwhile when it says which version it saw', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    await flip(cast.tomas(), toShare(25))
    await expect(rollBack(cast.tomas(), { ...back(), expectedVersion: 2 })).rejects.toMatchObject(
      refusedWith({ code: 'version_conflict', expected: 2, actual: 3 }),
    )
  })
})
