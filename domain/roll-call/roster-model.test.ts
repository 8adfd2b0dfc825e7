import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingForLaunch } from './decision.ts'
import { disciplinesToAsk } from './disciplines-to-ask.ts'
import type { Policy } from './policy.ts'
import { roster } from './roster.ts'
import { sectionsNow } from './sections-now.ts'
import { allows, event, isGood, type Played, play, policies } from './testing/round-model.ts'

function rowsOf(policy: Policy, { revisions, signOffs, now }: Played) {
  return roster({
    disciplines: disciplinesToAsk(policy, { require: [], invite: [] }),
    signOffs,
    sections: sectionsNow(revisions),
    policy,
    now: new Date(now),
  })
}

describe('after any words, edits and days, under any policy', () => {
  test('a launch lacks nothing exactly when the model allows it', () => {
    let launched = 0
    fc.assert(
      fc.property(policies, fc.array(event, { maxLength: 60, size: 'max' }), (policy, events) => {
        const played = play(policy, events)
        const missing = missingForLaunch({
          roster: rowsOf(policy, played),
          prompts: [1, 2].map((n) => ({
            n,
            text: 'Ready?',
            answer: played.answered.has(n) ? 'yes' : null,
          })),
          findings: [{ id: '1', message: 'Look.', line: 1 }],
          acknowledged: new Set([...played.seen].map(String)),
          policy,
        })
        const allowed = allows(policy, played)
        if (allowed) launched += 1
        expect(missing.length === 0).toBe(allowed)
      }),
      { numRuns: 3000, seed: 20261122 },
    )
    // The seed is fixed, so that this says that launches were among what was tried.
    expect(launched).toBeGreaterThan(30)
  })

  test('nothing is current on another content than was signed', () => {
    fc.assert(
      fc.property(policies, fc.array(event, { maxLength: 40 }), (policy, events) => {
        const played = play(policy, events)
        const now = played.revisions.at(-1)
        for (const { discipline, status, sign_off } of rowsOf(policy, played)) {
          if (status === 'stale' || !sign_off) continue
          for (const section of policy.rules[discipline].reviews) {
            expect(sign_off.section_hashes[section]).toBe(now?.hashes[section])
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('only an edit of what a discipline reviews, or its time, makes it stale', () => {
    fc.assert(
      fc.property(policies, fc.array(event, { maxLength: 40 }), (policy, events) => {
        const played = play(policy, events)
        for (const row of rowsOf(policy, played)) {
          const state = played.held.get(row.discipline)
          const wearsOut = state?.said !== 'no_go' && state?.said !== 'withdrawn'
          const isOld = wearsOut && !isGood(state?.at ?? 0, policy, played.now)
          expect(row.stale_because).toBe(
            state?.voided ? 'edited' : state?.said && isOld ? 'expired' : null,
          )
        }
      }),
      { numRuns: 1000 },
    )
  })
})
