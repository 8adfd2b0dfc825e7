import fc from 'fast-check'
import type { SectionName } from '../../plan/section-name.ts'
import type { Discipline } from '../disciplines.ts'
import { defaultPolicy, type Policy } from '../policy.ts'
import type { SignOff } from '../roster.ts'
import { SAID, type Said } from '../verdict.ts'
import { revision, signOff } from './sign-offs.ts'

const REQUIRED = ['product', 'backend', 'qa', 'government_lead'] as const
const PEOPLE = ['Ana', 'Bo', 'Cy', 'Di', 'Eve'] as const
const SECTIONS: readonly SectionName[] = ['toggles', 'rollback', 'uat', 'stages', 'contacts']
const DAY_MS = 86_400_000
const BEGAN = Date.parse('2026-11-02T00:00:00Z')

type Event =
  | { readonly kind: 'edit'; readonly section: SectionName; readonly meaning: string }
  | { readonly kind: 'says'; readonly about: Discipline; readonly who: string; readonly said: Said }
  | { readonly kind: 'waits'; readonly days: number }
  | { readonly kind: 'answers'; readonly prompt: number }
  | { readonly kind: 'sees'; readonly finding: number }

const says = fc.record({
  kind: fc.constant('says' as const),
  about: fc.constantFrom(...REQUIRED),
  who: fc.constantFrom(...PEOPLE),
  // Mostly go: a launch that is never reached tries nothing.
  said: fc.oneof({ weight: 30, arbitrary: fc.constant('go' as const) }, fc.constantFrom(...SAID)),
})
/** What can happen to a round: mostly people saying go, so that launches are reached. */
export const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 20, arbitrary: says },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      section: fc.constantFrom(...SECTIONS),
      meaning: fc.constantFrom('same', 'other'),
    }),
  },
  fc.record({ kind: fc.constant('waits' as const), days: fc.integer({ min: 1, max: 3 }) }),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('answers' as const), prompt: fc.constantFrom(1, 2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sees' as const), finding: fc.constantFrom(1) }),
  },
)
/** Any policy over those who are required here. */
export const policies = fc
  .record({
    alone: fc.subarray([...REQUIRED]),
    days: fc.constantFrom(null, 2, 5),
    abstain: fc.boolean(),
    pass: fc.boolean(),
  })
  .map(({ alone, days, abstain, pass }): Policy => {
    const qa = { ...defaultPolicy.rules.qa, abstain, not_applicable: pass }
    return {
      required: REQUIRED,
      rules: { ...defaultPolicy.rules, qa },
      stands_alone: [...new Set<Discipline>([...alone, 'government_lead'])],
      good_for_days: days,
    }
  })

/** A discipline as the model sees it: what it says, and who stands behind that until when. */
interface Held {
  said: Said | null
  behind: Map<string, number>
  /** Whether an edit voided what was said. */
  voided: boolean
  /** When the newest word was given. */
  at: number
}

/** The model keeps no revisions and no hashes: each event changes, there and then, who stands. */
export function play(policy: Policy, events: readonly Event[]) {
  const revisions = [revision(1)]
  const signOffs: SignOff[] = []
  const held = new Map<Discipline, Held>(
    REQUIRED.map((one) => [one, { said: null, behind: new Map(), voided: false, at: 0 }]),
  )
  const answered = new Set<number>()
  const seen = new Set<number>()
  let now = BEGAN
  for (const one of events) {
    const last = revisions.at(-1)
    if (!last) throw new Error('there is always a revision')
    if (one.kind === 'waits') now += one.days * DAY_MS
    if (one.kind === 'answers') answered.add(one.prompt)
    if (one.kind === 'sees') seen.add(one.finding)
    if (one.kind === 'edit') {
      const hashes = { ...last.hashes, [one.section]: one.meaning }
      revisions.push({ number: last.number + 1, hashes })
      if (last.hashes[one.section] === one.meaning) continue
      for (const [discipline, state] of held) {
        if (!policy.rules[discipline].reviews.includes(one.section)) continue
        state.voided = state.said !== null
        state.behind.clear()
      }
    }
    if (one.kind !== 'says') continue
    now += 1
    const state = held.get(one.about)
    if (!state) throw new Error('only who is required speaks')
    if (state.said !== one.said) state.behind.clear()
    state.behind.set(one.who, now)
    Object.assign(state, { said: one.said, voided: false, at: now })
    signOffs.push(
      signOff(one.about, {
        ordinal: signOffs.filter(({ discipline }) => discipline === one.about).length + 1,
        verdict: one.said,
        given_by: { id: one.who, name: one.who },
        revision: last.number,
        section_hashes: last.hashes,
        at: new Date(now).toISOString(),
      }),
    )
  }
  return { revisions, signOffs, held, answered, seen, now }
}

export type Played = ReturnType<typeof play>

/** Whether a word that was given then is not worn out. */
export function isGood(at: number, policy: Policy, now: number): boolean {
  return policy.good_for_days === null || at + policy.good_for_days * DAY_MS > now
}

/** Whether the model lets this round launch. */
export function allows(policy: Policy, { held, answered, seen, now }: Played): boolean {
  const behind: [Discipline, string[]][] = []
  for (const [discipline, state] of held) {
    if (state.said === null || state.voided || !isGood(state.at, policy, now)) return false
    const { said } = state
    const passes = said === 'abstain' || said === 'not_applicable'
    const counts = passes ? policy.rules[discipline][said] : said === 'go'
    if (!counts) return false
    const people = [...state.behind].filter(([, at]) => isGood(at, policy, now))
    behind.push([discipline, people.map(([who]) => who)])
  }
  return answered.size === 2 && seen.size === 1 && someChoice(policy, behind)
}

function someChoice(policy: Policy, behind: readonly [Discipline, string[]][]): boolean {
  const ways = behind.reduce<[Discipline, string][][]>(
    (chosen, [discipline, people]) =>
      chosen.flatMap((way) =>
        people.map((who): [Discipline, string][] => [...way, [discipline, who]]),
      ),
    [[]],
  )
  return ways.some((way) =>
    way.every(
      ([discipline, who]) =>
        !policy.stands_alone.includes(discipline) ||
        way.every(([other, theirs]) => other === discipline || theirs !== who),
    ),
  )
}
