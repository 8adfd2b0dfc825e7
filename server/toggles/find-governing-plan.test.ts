import { expect, test } from 'vitest'
import { importPlan } from '../plans/import-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findFilterChoices } from './find-filter-choices.ts'
import { findFlipRights } from './find-flip-rights.ts'
import { findGoverningPlan } from './find-governing-plan.ts'
import { KEY, launchedToggle, plannedToggle } from './testing/launched-toggle.ts'

givenCast()

test('a toggle that no plan names has none', async () => {
  expect(await findGoverningPlan(cast.victor(), 'nowhere')).toBeNull()
})

test('before a roll call there is a plan and no decision', async () => {
  const { slug } = await plannedToggle()
  expect(await findGoverningPlan(cast.victor(), KEY)).toMatchObject({ slug, decision: null })
})

test('of two plans the one that was decided last governs', async () => {
  const { slug } = await launchedToggle()
  const another = bytesOf(releasePlan({ title: 'Release Plan: More letters', toggles: [KEY] }))
  await importPlan(cast.priya(), { bytes: another, register: [] })
  expect(await findGoverningPlan(cast.victor(), KEY)).toMatchObject({
    slug,
    decision: {
      number: 1,
      decision: 'launch',
      not_current: [],
      allows: null,
      objections: [],
    },
  })
})

test('rights say what each may do, and by whom the rest is done', async () => {
  await plannedToggle()
  expect((await findFlipRights(cast.tomas(), KEY)).get('production')).toMatchObject({
    widen: true,
    narrow: true,
    override: true,
  })
  expect((await findFlipRights(cast.ben(), KEY)).get('production')).toMatchObject({
    widen: false,
    narrow: true,
    override: false,
    widened_by: 'a tech lead',
  })
  expect((await findFlipRights(cast.victor(), KEY)).get('staging')).toMatchObject({
    widen: false,
    narrow: false,
  })
})

test('the list can be narrowed to the teams and plans that have toggles', async () => {
  expect(await findFilterChoices(cast.victor())).toEqual({ teams: [], plans: [], toggles: 0 })
  const { slug } = await plannedToggle()
  expect(await findFilterChoices(cast.victor())).toMatchObject({
    teams: [{ slug: 'benefits-portal', name: 'Benefits Portal' }],
    plans: [{ slug }],
    toggles: 1,
  })
})
