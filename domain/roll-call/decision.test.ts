import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionInput, missingForLaunch } from './decision.ts'
import { defaultPolicy } from './policy.ts'
import type { RosterRow } from './roster.ts'
import { sectionsInWords } from './sections-in-words.ts'
import { row, signOff } from './testing/sign-offs.ts'

const allGo: readonly RosterRow[] = defaultPolicy.required.map((discipline) => row(discipline))
const nothing = { prompts: [], findings: [], acknowledged: new Set<string>() }

function withRow(changed: RosterRow): RosterRow[] {
  return allGo.map((one) => (one.discipline === changed.discipline ? changed : one))
}

describe('what a launch lacks', () => {
  test('nothing, when every required discipline says go', () => {
    expect(missingForLaunch({ roster: allGo, ...nothing })).toEqual([])
  })

  test('nothing, when one that was only invited says no-go', () => {
    const invited = row('content', { required: false, status: 'no_go' })
    expect(missingForLaunch({ roster: [...allGo, invited], ...nothing })).toEqual([])
  })

  test.each<[string, RosterRow, string]>([
    [
      'a discipline that has not spoken',
      row('backend', { status: 'waiting', sign_off: null }),
      'Backend has not spoken; ask the backend lead.',
    ],
    [
      'a no-go',
      row('qa', {
        status: 'no_go',
        sign_off: signOff('qa', {
          verdict: 'no_go',
          given_by: { id: 'quentin', name: 'Quentin Marsh' },
        }),
      }),
      'QA says no-go (Quentin Marsh).',
    ],
    [
      'a go that is stale',
      row('frontend', {
        status: 'stale',
        stale_sections: ['toggles', 'rollback', 'stages'],
        sign_off: signOff('frontend', {
          revision: 2,
          given_by: { id: 'fern', name: 'Fern Lindqvist' },
        }),
      }),
      "Frontend's go (Fern Lindqvist) is stale: toggles, rollback and stages changed after revision 2; ask the frontend lead again.",
    ],
    [
      'a no-go that is stale',
      row('design', {
        status: 'stale',
        stale_sections: ['uat'],
        sign_off: signOff('design', {
          verdict: 'no_go',
          given_by: { id: 'dalia', name: 'Dalia Haddad' },
        }),
      }),
      "Design's no-go (Dalia Haddad) is stale: UAT changed after revision 1; ask the design lead again.",
    ],
    [
      'the government lead',
      row('government_lead', { status: 'waiting', sign_off: null }),
      'Government lead has not spoken; ask the government lead.',
    ],
  ])('%s', (_, changed, sentence) => {
    expect(missingForLaunch({ roster: withRow(changed), ...nothing })).toEqual([sentence])
  })

  test('another person, where the government lead speaks for a required discipline too', () => {
    const grace = { id: 'grace', name: 'Grace Okafor' }
    const roster = allGo.map((one) =>
      one.discipline === 'government_lead' || one.discipline === 'product'
        ? row(one.discipline, { sign_off: signOff(one.discipline, { given_by: grace }) })
        : one,
    )
    expect(missingForLaunch({ roster, ...nothing })).toEqual([
      'Grace Okafor speaks for both government lead and product: another person must speak for product.',
    ])
  })

  test('an answer to each prompt; a no is an answer', () => {
    const prompts = [
      { n: 1, text: 'Is the call center ready?', answer: 'yes' },
      { n: 2, text: 'Are severe defects open?', answer: 'no' },
      { n: 3, text: 'Is monitoring set up?', answer: null },
    ]
    expect(missingForLaunch({ roster: allGo, ...nothing, prompts })).toEqual([
      'Prompt 3 is unanswered: "Is monitoring set up?"',
    ])
  })

  test('an acknowledgement of each finding', () => {
    const findings = [
      { id: 'a', message: 'The heading says 25 %, the body 50 %.', line: 12 },
      { id: 'b', message: 'Stage B starts before stage A ends.', line: 20 },
    ]
    const acknowledged = new Set(['a'])
    expect(missingForLaunch({ roster: allGo, prompts: [], findings, acknowledged })).toEqual([
      'A finding on line 20 is not acknowledged: Stage B starts before stage A ends.',
    ])
  })

  test('never nothing while a model forbids the launch, never something while it allows it', () => {
    const status = fc.constantFrom('waiting', 'go', 'no_go', 'stale')
    const round = fc.record({
      statuses: fc.array(status, { minLength: 7, maxLength: 7 }),
      required: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      speakers: fc.array(fc.constantFrom('Ana', 'Bo', 'Cy', 'Di'), { minLength: 7, maxLength: 7 }),
      answers: fc.array(fc.constantFrom('yes', 'no', 'not_applicable', null), { maxLength: 3 }),
      seen: fc.array(fc.boolean(), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(round, ({ statuses, required, speakers, answers, seen }) => {
        const roster = defaultPolicy.required.map((discipline, index): RosterRow => {
          const said = statuses[index] ?? 'go'
          const given_by = { id: null, name: speakers[index] ?? 'Eve' }
          return row(discipline, {
            required: required[index] ?? true,
            status: said,
            stale_sections: said === 'stale' ? ['uat'] : [],
            sign_off: said === 'waiting' ? null : signOff(discipline, { given_by }),
          })
        })
        const government = roster.find(({ discipline }) => discipline === 'government_lead')
        const shared = roster.some(
          ({ discipline, required: needed, sign_off }) =>
            needed &&
            discipline !== 'government_lead' &&
            sign_off !== null &&
            government?.status !== 'stale' &&
            sign_off.given_by.name === government?.sign_off?.given_by.name,
        )
        const allowed =
          roster.every((one) => !one.required || one.status === 'go') &&
          !shared &&
          answers.every((answer) => answer !== null) &&
          seen.every(Boolean)
        const missing = missingForLaunch({
          roster,
          prompts: answers.map((answer, index) => ({ n: index + 1, text: 'Ready?', answer })),
          findings: seen.map((_, index) => ({ id: `${index}`, message: 'Look.', line: 1 })),
          acknowledged: new Set(seen.flatMap((was, index) => (was ? [`${index}`] : []))),
        })
        expect(missing.length === 0).toBe(allowed)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  [[], 'nothing'],
  [['uat'], 'UAT'],
  [['rollback', 'stages'], 'rollback and stages'],
  [
    ['staged_rollout', 'contacts', 'post_launch'],
    'the staged-rollout decision, contacts and post-launch',
  ],
] as const)('%j in words', (sections, words) => {
  expect(sectionsInWords(sections)).toBe(words)
})

test.each([
  [{ decision: 'launch' }, true],
  [{ decision: 'pause', note: 'Wait for the data centre.' }, true],
  [{ decision: 'pivot', note: null }, true],
  [{ decision: 'go' }, false],
  [{ decision: 'launch', note: '   ' }, false],
  [{ decision: 'launch', by: 'me' }, false],
  [{}, false],
])('a decision as %j is understood: %s', (input, understood) => {
  expect(decisionInput.safeParse(input).success).toBe(understood)
})
