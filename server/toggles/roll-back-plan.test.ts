import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from './flip.ts'
import { proposePlanRollback, rollBackPlan } from './roll-back-plan.ts'
import { findStateRow } from './state-row.ts'
import { launchedToggle } from './testing/launched-toggle.ts'

givenCast()

const NEW = 'claim_status_letters'
const OLD = 'claim_status_letters_old'
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

async function share(toggle: string) {
  const { state } = await findStateRow(db(), toggle, 'production', { lock: false })
  return state.percentageOfActors
}

function to(toggle: string, percentage: number) {
  return {
    toggle,
    environment: 'production',
    patch: { percentage_of_actors: percentage },
    reason: `To ${percentage} %`,
  }
}

test('everything flipped since the launch is undone in one step, last toggle first', async () => {
  const { slug } = await launchedToggle([NEW, OLD])
  await flip(cast.tomas(), to(NEW, 10))
  await flip(cast.tomas(), to(NEW, 25))
  await flip(cast.tomas(), to(OLD, 10))

  const { result, seqs } = await rollBackPlan(cast.tomas(), { slug, reason: 'Errors rising' })
  expect(result.held).toEqual([])
  expect(result.restored.map(({ toggle, from, to: words }) => [toggle, from, words])).toEqual([
    [OLD, '10 % of actors', 'off'],
    [NEW, '25 % of actors', 'off'],
  ])
  expect(seqs).toHaveLength(2)
  expect([await share(NEW), await share(OLD)]).toEqual([null, null])
  const told = (await planEntries()).slice(-2)
  expect(told.map(({ type }) => type)).toEqual(['toggle.rolled_back', 'toggle.rolled_back'])
  await expect(rollBackPlan(cast.tomas(), { slug, reason: 'Again' })).rejects.toMatchObject(
    refusedWith({ code: 'nothing_to_roll_back' }),
  )
})

test('what narrows is restored at once, what would widen is reported with its checks', async () => {
  const { slug } = await launchedToggle([NEW, OLD])
  await flip(cast.tomas(), to(OLD, 50))
  const { seqs } = await flip(cast.tomas(), to(NEW, 10))
  await flip(cast.tomas(), to(OLD, 5))
  await setFreeze(cast.grace(), {
    startsAt: new Date(Date.now() - 60_000),
    endsAt: new Date(Date.now() + 60_000),
    reason: 'Enrolment week',
    environments: ['production'],
  })
  const input = { slug, environment: 'production', toBeforeSeq: seqs[0] }
  const proposed = await proposePlanRollback(cast.tomas(), input)
  const { result } = await rollBackPlan(cast.tomas(), { ...input, reason: 'Errors rising' })
  expect(proposed).toEqual({ ...result, stages: [] })
  expect(result.restored).toMatchObject([{ toggle: NEW, to: 'off' }])
  expect(result.held).toMatchObject([
    {
      toggle: OLD,
      from: '5 % of actors',
      to: '50 % of actors',
      refusal: { code: 'checks_not_passed' },
    },
  ])
  expect([await share(NEW), await share(OLD)]).toEqual([null, 5])
  await expect(rollBackPlan(cast.tomas(), { ...input, reason: 'Again' })).rejects.toMatchObject(
    refusedWith({ code: 'checks_not_passed' }),
  )
})

test('a viewer may not roll a plan back, and an unknown plan is not there', async () => {
  const { slug } = await launchedToggle([NEW, OLD])
  await flip(cast.tomas(), to(NEW, 10))
  await expect(rollBackPlan(cast.victor(), { slug, reason: 'No' })).rejects.toMatchObject(
    refusedWith({ code: 'forbidden' }),
  )
  await expect(
    rollBackPlan(cast.tomas(), { slug: 'no-such-plan', reason: 'No' }),
  ).rejects.toMatchObject(refusedWith({ code: 'not_found' }))
})
