import { z } from 'zod'
import { assignSpeakers } from './assign-speakers.ts'
import { disciplineName } from './disciplines.ts'
import { launchScopeInput } from './launch-scope.ts'
import { defaultPolicy, type Policy, speakerOf, spoken } from './policy.ts'
import type { RosterRow } from './roster.ts'
import { sectionsInWords } from './sections-in-words.ts'
import { saidWords } from './verdict.ts'

/** How a round can end. */
export const DECISIONS = ['launch', 'pause', 'pivot'] as const

export type Decision = (typeof DECISIONS)[number]

/** What a decision brings, from a form or a program. */
export const decisionInput = z.strictObject({
  decision: z.enum(DECISIONS),
  note: z.string().trim().min(1, 'must not be empty.').max(4000).nullish(),
  /** What a launch allows; left out, everything. */
  scope: launchScopeInput.nullish(),
})

export type DecisionInput = z.infer<typeof decisionInput>

interface Round {
  readonly roster: readonly RosterRow[]
  readonly prompts: readonly {
    readonly n: number
    readonly text: string
    readonly answer: string | null
  }[]
  /** The findings of the plan's present text. */
  readonly findings: readonly {
    readonly id: string
    readonly message: string
    readonly line: number
  }[]
  /** Ids of the findings that a person has acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  readonly policy?: Policy
}

/** One thing that a launch lacks, and where in the round or the plan it is mended. */
export interface Lack {
  readonly sentence: string
  readonly at: 'discipline' | 'prompt' | 'finding'
  /** The discipline, the prompt's number, or the finding's line. */
  readonly key: string
}

/** What a launch of this round lacks, a sentence each: `launchLacks` without the places. */
export function missingForLaunch(round: Round): string[] {
  return launchLacks(round).map(({ sentence }) => sentence)
}

/**
 * What is missing before this round may end in a launch, none when nothing is. A required discipline
 * without a current go, an unanswered prompt, a finding that nobody has acknowledged, or one person
 * for two disciplines where policy forbids it. A pause or a pivot asks for none of this.
 */
export function launchLacks(round: Round): Lack[] {
  const policy = round.policy ?? defaultPolicy
  return [
    ...round.roster.filter(({ required }) => required).flatMap((row) => missingFrom(row, policy)),
    ...peopleShort(round.roster, policy),
    ...round.prompts
      .filter(({ answer }) => answer === null)
      .map(({ n, text }) => lack('prompt', n, `Prompt ${n} is unanswered: "${short(text)}"`)),
    ...round.findings
      .filter(({ id }) => !round.acknowledged.has(id))
      .map(({ line, message }) =>
        lack('finding', line, `A finding on line ${line} is not acknowledged: ${message}`),
      ),
  ]
}

function lack(at: Lack['at'], key: string | number, sentence: string): Lack {
  return { at, key: String(key), sentence }
}

function missingFrom(row: RosterRow, policy: Policy): Lack[] {
  const sentence = whyMissing(row, policy)
  return sentence === null ? [] : [lack('discipline', row.discipline, sentence)]
}

function whyMissing(row: RosterRow, policy: Policy): string | null {
  const { discipline, status, sign_off, satisfied } = row
  if (satisfied) return null
  const name = disciplineName(discipline)
  const speaker = speakerOf(policy, discipline)
  if (status === 'waiting' || !sign_off) return `${name} has not spoken; ask ${speaker}.`
  const who = sign_off.given_by.name
  if (status === 'no_go') return `${name} says no-go (${who}).`
  if (status === 'withdrawn') return `${name} took its word back (${who}); ask ${speaker} again.`
  if (status !== 'stale') {
    return `${name} gives no go (${who}: ${saidWords(sign_off.verdict)}); ask ${speaker}.`
  }
  return `${name}'s ${saidWords(sign_off.verdict)} (${who}) is stale: ${whyStale(row)}; ask ${speaker} again.`
}

function whyStale({ stale_because, stale_sections, sign_off, good_until }: RosterRow): string {
  if (stale_because === 'expired') return `it was good until ${good_until}`
  return `${sectionsInWords(stale_sections)} changed after revision ${sign_off?.revision}`
}

function peopleShort(roster: readonly RosterRow[], policy: Policy): Lack[] {
  const said = roster.filter(
    ({ required, discipline }) => required || policy.stands_alone.includes(discipline),
  )
  return assignSpeakers(said, policy.stands_alone).short.map(({ discipline, name, needed_for }) =>
    lack(
      'discipline',
      discipline,
      `${name} speaks for both ${label(needed_for)} and ${label(discipline)}: another person must speak for ${label(discipline)}.`,
    ),
  )
}

function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`
}

const label = (discipline: RosterRow['discipline']): string => spoken(disciplineName(discipline))
