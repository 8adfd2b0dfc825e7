import { expect, test } from 'vitest'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { type FindPlans, findPlans } from './find-plans.ts'
import { releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

async function slugs(find: FindPlans): Promise<string[]> {
  const { plans } = await findPlans(cast.victor(), find)
  return plans.map(({ slug }) => slug)
}

test('plans are listed newest first, each with where it stands', async () => {
  const { slug, id } = await openedRound()
  await keptPlan('# Letters\n\nTBD')
  const { plans, next_cursor } = await findPlans(cast.victor(), {})
  expect(next_cursor).toBeNull()
  expect(plans).toMatchObject([
    { slug: 'letters', kind: 'release_plan', revision: 1, toggles: [], roll_call: null },
    {
      slug,
      team: 'benefits-portal',
      toggles: ['claim_status_letters'],
      unanswered: 0,
      open_findings: 0,
      roll_call: { id, number: 1, decision: null },
    },
  ])
})

test('the list is paged by the slug it ended with', async () => {
  for (const n of [1, 2, 3, 4, 5]) await keptPlan(`# Plan ${n}`)
  const first = await findPlans(cast.victor(), { limit: 2 })
  expect(first.plans.map(({ slug }) => slug)).toEqual(['plan-5', 'plan-4'])
  expect(first.next_cursor).toBe('plan-4')
  expect(await slugs({ limit: 2, cursor: 'plan-4' })).toEqual(['plan-3', 'plan-2'])
  const last = await findPlans(cast.victor(), { limit: 2, cursor: 'plan-2' })
  expect(last).toMatchObject({ plans: [{ slug: 'plan-1' }], next_cursor: null })
  expect(await slugs({ cursor: 'none' })).toEqual([])
})

test('the list is narrowed by text, team and toggle', async () => {
  await keptPlan('# Travel pay')
  await keptPlan(releasePlan({ title: 'Letters', toggles: ['letters_list'] }))
  expect(await slugs({ q: 'TRAVEL' })).toEqual(['travel-pay'])
  for (const q of ['%', '_', '\\']) expect(await slugs({ q })).toEqual([])
  expect(await slugs({ toggle: 'letters_list' })).toEqual(['letters'])
  expect(await slugs({ team: 'benefits-portal' })).toHaveLength(2)
  expect(await slugs({ team: 'other' })).toEqual([])
})
