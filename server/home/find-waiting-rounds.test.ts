import { describe, expect, test } from 'vitest'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { decide } from '../roll-call/decide.ts'
import { signOff } from '../roll-call/sign-off.ts'
import { everybodySigns, openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findWaitingRounds } from './find-waiting-rounds.ts'

givenCast()

describe('an open roll call', () => {
  test('waits for each discipline at the person who speaks for it', async () => {
    const { slug, number } = await openedRound(releasePlan())
    expect(await findWaitingRounds(cast.ben())).toMatchObject([
      { plan: { slug }, number, to_sign: [{ discipline: 'Backend', is_stale: false }] },
    ])
    expect(await findWaitingRounds(cast.grace())).toMatchObject([
      { to_sign: [{ discipline: 'Government lead', is_stale: false }], may_decide: true },
    ])
    expect(await findWaitingRounds(cast.victor())).toEqual([])
    expect(await findWaitingRounds(cast.alma())).toEqual([])
  })

  test('waits at the program manager for every word that may be recorded', async () => {
    await openedRound(releasePlan())
    const [round] = await findWaitingRounds(cast.priya())
    expect(round?.to_sign).toEqual([{ discipline: 'Product', is_stale: false }])
    expect(round?.to_record).toEqual(['Design', 'Frontend', 'Backend', 'QA', 'Accessibility'])
  })

  test('waits no more for who has spoken, and again when the word went stale', async () => {
    const { slug } = await openedRound(releasePlan())
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    expect(await findWaitingRounds(cast.ben())).toEqual([])
    const bytes = bytesOf(releasePlan({ rollback: 'We call the vendor and wait.' }))
    await revisePlan(cast.priya(), { slug, bytes, revision: 1 })
    expect(await findWaitingRounds(cast.ben())).toMatchObject([
      { to_sign: [{ discipline: 'Backend', is_stale: true }] },
    ])
  })

  test('waits for a decision once nothing is missing, and for nobody when it is decided', async () => {
    const { slug, id } = await openedRound(releasePlan())
    await everybodySigns(slug)
    for (const person of [cast.priya, cast.grace]) {
      expect(await findWaitingRounds(person())).toMatchObject([{ missing: 0, may_decide: true }])
    }
    expect(await findWaitingRounds(cast.tomas())).toEqual([])
    await decide(cast.grace(), { slug, rollCall: id, decision: 'launch' })
    expect(await findWaitingRounds(cast.priya())).toEqual([])
  })
})
