import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { propose } from '../toggles/propose.ts'
import { plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { decideChecks } from './decide-checks.ts'
import { findChecks } from './find-checks.ts'
import { proposeChecks } from './propose-checks.ts'

givenCast()

const team = 'benefits-portal'
const wish = {
  team,
  environment: 'production',
  bind: [],
  unbind: ['launch_decision'],
  reason: 'A pilot without a roll call',
}

const launchBinds = async () => {
  const { environments } = await findChecks(cast.victor(), team)
  const production = environments.find(({ environment }) => environment === 'production')
  return production?.checks.find(({ check }) => check === 'launch_decision')?.binds
}

describe('which checks bind', () => {
  // @control AC-5, CM-3
  test('changes when a second person accepts, and then the check advises', async () => {
    await plannedToggle()
    const { result } = await proposeChecks(cast.tomas(), wish)
    expect(await launchBinds()).toBe(true)
    await expect(flip(cast.tomas(), toShare(10))).rejects.toMatchObject({
      refusal: { code: 'checks_not_passed' },
    })
    await decideChecks(cast.grace(), { team, id: result.id, verdict: 'accepted' })
    expect(await launchBinds()).toBe(false)
    const { checks } = await propose(cast.tomas(), toShare(10))
    expect(checks.find(({ check }) => check === 'launch_decision')).toMatchObject({
      passed: false,
      binds: false,
    })
    await flip(cast.tomas(), toShare(10))
    expect((await planEntries()).filter(({ type }) => type.startsWith('checks.'))).toMatchObject([
      {
        type: 'checks.proposed',
        data: { unbind: ['launch_decision'] },
        texts: { reason: wish.reason },
      },
      { type: 'checks.accepted', changed: ['check_binding 1', 'guard_proposal 2'] },
    ])
  })

  test('does not change when it is declined or taken back', async () => {
    const first = await proposeChecks(cast.alma(), wish)
    const declined = {
      team,
      id: first.result.id,
      verdict: 'declined',
      note: 'Not for letters',
    } as const
    await decideChecks(cast.priya(), declined)
    const second = await proposeChecks(cast.alma(), wish)
    await decideChecks(cast.alma(), { team, id: second.result.id, verdict: 'withdrawn' })
    expect(await launchBinds()).toBe(true)
    const { proposals, may_propose } = await findChecks(cast.alma(), team)
    expect(proposals.map(({ verdict, decided_by }) => [verdict, decided_by])).toEqual([
      ['withdrawn', 'Alma Reyes'],
      ['declined', 'Priya Raman'],
    ])
    expect(may_propose).toBe(true)
  })

  test('may be tightened again, by the same two steps', async () => {
    const loosened = await proposeChecks(cast.tomas(), wish)
    await decideChecks(cast.grace(), { team, id: loosened.result.id, verdict: 'accepted' })
    const again = { ...wish, bind: ['launch_decision'], unbind: ['contacts'] }
    const tightened = await proposeChecks(cast.priya(), again)
    await decideChecks(cast.tomas(), { team, id: tightened.result.id, verdict: 'accepted' })
    expect(await launchBinds()).toBe(true)
    expect((await planEntries()).at(-1)?.changed).toEqual(['check_binding 2', 'guard_proposal 2'])
  })
})

describe('a proposal is refused', () => {
  const refused = (asked: object) =>
    expect(proposeChecks(cast.tomas(), { ...wish, ...asked })).rejects

  test('for what is no check, what always binds, and a place that is not there', async () => {
    await refused({ unbind: ['luck'] }).toMatchObject({ refusal: { errors: [{ path: 'unbind' }] } })
    await refused({ unbind: ['freeze'] }).toMatchObject({ refusal: { code: 'invalid' } })
    await refused({ team: 'none' }).toMatchObject({ refusal: { code: 'not_found' } })
    await refused({ environment: 'moon' }).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('while another is open, also when both come at once', async () => {
    const race = await Promise.allSettled([
      proposeChecks(cast.tomas(), wish),
      proposeChecks(cast.priya(), wish),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await refused({}).toMatchObject({ refusal: { code: 'already_exists' } })
  })

  test('to who may not', async () => {
    for (const person of [cast.victor, cast.ben, cast.grace]) {
      await expect(proposeChecks(person(), wish)).rejects.toMatchObject({
        refusal: { code: 'forbidden' },
      })
    }
  })
})

describe('a verdict is refused', () => {
  test('to who made the proposal, to who may not, and of taking back another’s', async () => {
    const { result } = await proposeChecks(cast.tomas(), wish)
    const verdict = (person: typeof cast.tomas, said: 'accepted' | 'withdrawn') =>
      expect(decideChecks(person(), { team, id: result.id, verdict: said })).rejects
    await verdict(cast.tomas, 'accepted').toMatchObject({ refusal: { code: 'not_permitted' } })
    await verdict(cast.alma, 'accepted').toMatchObject({ refusal: { code: 'forbidden' } })
    await verdict(cast.victor, 'accepted').toMatchObject({ refusal: { code: 'forbidden' } })
    await verdict(cast.grace, 'withdrawn').toMatchObject({ refusal: { code: 'not_permitted' } })
    expect(await launchBinds()).toBe(true)
  })

  test('a second time, also when two come at once', async () => {
    const { result } = await proposeChecks(cast.tomas(), wish)
    const accepted = { team, id: result.id, verdict: 'accepted' } as const
    const race = await Promise.allSettled([
      decideChecks(cast.grace(), accepted),
      decideChecks(cast.priya(), { ...accepted, verdict: 'declined', note: 'No' }),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(race.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      refusal: { code: 'version_conflict' },
    })
  })
})
