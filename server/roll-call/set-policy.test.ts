import { describe, expect, test } from 'vitest'
import { defaultPolicy, type Policy } from '../../domain/roll-call/policy.ts'
import { policyHash } from '../../domain/roll-call/policy-hash.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { findPolicy } from './find-policy.ts'
import { findRollCall } from './find-roll-call.ts'
import { openRollCall } from './open-roll-call.ts'
import { setPolicy } from './set-policy.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const team = 'benefits-portal'
const lean: Policy = {
  ...defaultPolicy,
  required: ['product', 'backend', 'government_lead'],
  good_for_days: 14,
  rules: {
    ...defaultPolicy.rules,
    backend: {
      ...defaultPolicy.rules.backend,
      speakers: ['backend', 'tech_lead'],
      abstain: true,
      author_may_sign: false,
    },
  },
}

const set = (policy: Policy, version = 0, who = cast.alma()) =>
  setPolicy(who, { team, policy, version })

describe('a policy', () => {
  test('is the default until a team sets one, and then says what is otherwise', async () => {
    expect(await findPolicy(cast.victor(), team)).toMatchObject({
      policy: defaultPolicy,
      version: 0,
      is_default: true,
      may_change: false,
    })
    const { result } = await set(lean)
    expect(result).toEqual({ policy: lean, version: 1 })
    expect(await findPolicy(cast.alma(), team)).toMatchObject({
      policy: lean,
      version: 1,
      is_default: false,
      may_change: true,
      hash: policyHash(lean),
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'policy.set',
      data: {
        team,
        policy: policyHash(lean),
        changes: [
          'design, frontend, QA and accessibility are no longer required',
          'a go stays good for 14 days',
          'the backend lead or a tech lead speak for backend',
          'backend may abstain',
          'the author of the newest revision may not speak for backend',
        ],
      },
      changed: ['team_policy 1'],
    })
  })

  test('set again as it is changes nothing; set otherwise rises by one', async () => {
    await set(lean)
    expect((await set(lean, 1)).seqs).toEqual([])
    expect((await set(defaultPolicy, 1)).result.version).toBe(2)
  })

  test('is kept with each round as it stood: an open one is not moved', async () => {
    const { slug } = await openedRound()
    await set(lean)
    const before = await findRollCall(cast.victor(), { slug })
    expect(before.policy).toEqual({ hash: policyHash(defaultPolicy), version: null })
    expect(before.disciplines).toHaveLength(7)
    await decide(cast.priya(), { slug, rollCall: before.id, decision: 'pause' })
    await openRollCall(cast.priya(), { slug })
    const after = await findRollCall(cast.tomas(), { slug })
    expect(after.policy).toEqual({ hash: policyHash(lean), version: 1 })
    expect(after.disciplines.map(({ discipline }) => discipline)).toEqual(lean.required)
    expect(after.you.speak_for).toEqual(['backend'])
  })

  test('says who may speak, who may pass, and for how long', async () => {
    await set(lean)
    const { slug } = await openedRound()
    const word = { slug, discipline: 'backend' as const }
    await expect(
      signOff(cast.ben(), { ...word, verdict: 'not_applicable', note: 'Nothing of ours.' }),
    ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
    await expect(signOff(cast.ben(), { ...word, verdict: 'abstain' })).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'note' }] },
    })
    const { result } = await signOff(cast.tomas(), {
      ...word,
      verdict: 'abstain',
      note: 'The change is in the page alone.',
    })
    expect(result.row).toMatchObject({ status: 'abstain', satisfied: true })
    const { at } = result.row.sign_off ?? { at: '' }
    expect(Date.parse(result.row.good_until ?? '') - Date.parse(at)).toBe(14 * 86_400_000)
    expect((await planEntries()).at(-1)?.data).toMatchObject({ policy: policyHash(lean) })
  })

  test('keeps the author of the newest revision from speaking', async () => {
    await set({
      ...lean,
      rules: {
        ...lean.rules,
        product: { ...lean.rules.product, author_may_sign: false },
      },
    })
    const { slug } = await openedRound()
    await expect(
      signOff(cast.priya(), { slug, discipline: 'product', verdict: 'go' }),
    ).rejects.toMatchObject({
      refusal: {
        code: 'not_permitted',
        detail: expect.stringMatching(/wrote the newest revision/),
      },
    })
  })
})

describe('a policy is not set', () => {
  test.each<[string, Policy, string]>([
    ['that requires nobody', { ...lean, required: [] }, 'required'],
    ['without the government lead alone', { ...lean, stands_alone: [] }, 'stands_alone'],
    [
      'whose discipline nobody speaks for',
      { ...lean, rules: { ...lean.rules, qa: { ...lean.rules.qa, speakers: [] } } },
      'rules.qa.speakers',
    ],
  ])('%s', async (_, policy, path) => {
    await expect(set(policy)).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path }] },
    })
  })

  test('by who may not change settings, on record; nor for a team that is not there', async () => {
    await expect(set(lean, 0, cast.priya())).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'settings.change' },
    })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied' })
    await expect(
      setPolicy(cast.alma(), { team: 'none', policy: lean, version: 0 }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('on a version that somebody else has passed; of two at once, one is set', async () => {
    await set(lean)
    await expect(set(defaultPolicy)).rejects.toMatchObject({
      refusal: { code: 'version_conflict', expected: 0, actual: 1 },
    })
    const both = await Promise.allSettled([
      set({ ...lean, good_for_days: 1 }, 1),
      set({ ...lean, good_for_days: 2 }, 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().teamPolicy.count()).toBe(1)
  })
})

test('a plan drops a discipline with a reason, and never the government lead', async () => {
  const { slug } = await keptPlan()
  const drop = (discipline: 'design' | 'government_lead' | 'content') =>
    openRollCall(cast.priya(), { slug, drop: [{ discipline, reason: 'No page changes.' }] })
  for (const not of ['government_lead', 'content'] as const) {
    await expect(drop(not)).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  }
  await drop('design')
  const round = await findRollCall(cast.victor(), { slug })
  expect(round.dropped).toEqual([
    { discipline: 'design', name: 'Design', reason: 'No page changes.' },
  ])
  expect((await planEntries()).at(-1)).toMatchObject({
    data: { dropped: ['design'] },
    texts: { reason: 'Design: No page changes.' },
  })
  await expect(
    signOff(cast.dalia(), { slug, discipline: 'design', verdict: 'go' }),
  ).rejects.toMatchObject({
    refusal: { code: 'not_permitted', detail: expect.stringMatching(/No page changes/) },
  })
})
