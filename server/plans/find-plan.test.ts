import { describe, expect, test } from 'vitest'
import { decide } from '../roll-call/decide.ts'
import { everybodySigns, openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findPlan } from './find-plan.ts'
import { releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'
import { retireToggle } from './testing/retire-toggle.ts'

givenCast()

describe('a plan', () => {
  test('is shown with what was read, before any round', async () => {
    const { slug } = await keptPlan()
    const plan = await findPlan(cast.victor(), slug)
    expect(plan.plan).toMatchObject({
      slug,
      title: 'Release Plan: Claim status letters',
      kind: 'release_plan',
      team: 'benefits-portal',
      revision: 1,
    })
    expect(plan.reading.toggles.map(({ key }) => key)).toEqual(['claim_status_letters'])
    expect(plan.roster).toHaveLength(7)
    expect(plan.roster.every(({ status }) => status === 'waiting')).toBe(true)
    expect(plan.readiness).toEqual({
      state: 'no_roll_call',
      ready: false,
      missing: ['No roll call has been opened.'],
    })
    expect(plan.revisions).toMatchObject([{ number: 1, author: 'Priya Raman' }])
  })

  test('shows where its round stands, up to the launch', async () => {
    const { slug, id } = await openedRound()
    expect((await findPlan(cast.victor(), slug)).readiness).toMatchObject({
      state: 'open',
      ready: false,
      missing: { length: 7 },
    })
    await everybodySigns(slug)
    expect((await findPlan(cast.victor(), slug)).readiness).toEqual({
      state: 'open',
      ready: true,
      missing: [],
    })
    await decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
    const launched = await findPlan(cast.victor(), slug)
    expect(launched.readiness).toEqual({ state: 'launched', ready: true, missing: [] })
    expect(launched.roll_calls).toMatchObject([{ id, number: 1, decision: 'launch' }])
  })

  test('shows its toggles beside the registry, with near matches for unknown keys', async () => {
    await createToggle(cast.tomas(), { key: 'letters_list', description: '' })
    await createToggle(cast.tomas(), { key: 'letters_old', description: '' })
    await retireToggle('letters_old')
    const toggles = ['letters_list', 'letters_old', 'leters_list', 'travel_pay_forms']
    const { slug } = await keptPlan(releasePlan({ toggles }))
    const links = (await findPlan(cast.victor(), slug)).toggles
    expect(links.map(({ key, status, near }) => [key, status, near])).toEqual([
      ['letters_list', 'registered', []],
      ['letters_old', 'archived', []],
      ['leters_list', 'unknown', ['letters_list']],
      ['travel_pay_forms', 'unknown', []],
    ])
  })
})

test('a plan that is not there is not found', async () => {
  await expect(findPlan(cast.victor(), 'none')).rejects.toMatchObject({
    refusal: { code: 'not_found', key: 'none' },
  })
})

test('one who belongs to no team sees no plan', async () => {
  const { slug } = await keptPlan()
  await expect(findPlan(cast.victor({ memberships: [] }), slug)).rejects.toMatchObject({
    refusal: { code: 'forbidden', action: 'release.read' },
  })
})
