import { expect, test } from 'vitest'
import { importPlan } from '../plans/import-plan.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, contradictoryPlan, releasePlan } from '../plans/testing/documents.ts'
import { openRollCall } from '../roll-call/open-roll-call.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { KEY, launchedToggle } from '../toggles/testing/launched-toggle.ts'
import { findPlanGaps } from './find-plan-gaps.ts'
import { findRecentChanges } from './find-recent-changes.ts'
import { isFreshHouse } from './is-fresh-house.ts'

givenCast()

async function imported(text: string): Promise<string> {
  return (await importPlan(cast.priya(), { bytes: bytesOf(text), register: [] })).result.slug
}

test('what a plan lacks waits at those who may mend it', async () => {
  const slug = await imported(contradictoryPlan)
  const [gap] = await findPlanGaps(cast.tomas())
  expect(gap).toMatchObject({ slug, ready_for_roll_call: false })
  expect(gap?.findings).toBeGreaterThan(0)
  expect(await findPlanGaps(cast.victor())).toEqual([])
})

test('a plan that leaves nothing to ask waits for its roll call, until one is open', async () => {
  const slug = await imported(releasePlan())
  expect(await findPlanGaps(cast.priya())).toMatchObject([{ slug, ready_for_roll_call: true }])
  expect(await findPlanGaps(cast.tomas())).toEqual([])
  await openRollCall(cast.priya(), { slug, require: [], invite: [] })
  expect(await findPlanGaps(cast.priya())).toEqual([])
})

test('a launched plan comes back when an edit makes what was signed stale', async () => {
  const { slug } = await launchedToggle()
  expect(await findPlanGaps(cast.priya())).toEqual([])
  const bytes = bytesOf(releasePlan({ toggles: [KEY], rollback: 'We call the vendor and wait.' }))
  await revisePlan(cast.priya(), { slug, bytes, revision: 1 })
  const [gap] = await findPlanGaps(cast.priya())
  expect(gap?.no_longer_current).toContain('Backend')
  expect(await findPlanGaps(cast.tomas())).toEqual([])
})

test('a house is fresh until something is brought in, and then the last hour tells it', async () => {
  expect(await isFreshHouse(cast.victor())).toBe(true)
  expect(await findRecentChanges(cast.victor())).toEqual({ entries: [], has_more: false })
  await imported(releasePlan())
  expect(await isFreshHouse(cast.victor())).toBe(false)
  const { entries } = await findRecentChanges(cast.victor())
  expect(entries.map(({ sentence }) => sentence)).toEqual([
    'Priya Raman imported the plan "Release Plan: Claim status letters".',
  ])
})
