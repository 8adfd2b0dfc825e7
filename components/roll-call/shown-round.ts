import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { RosterRow, SignOff } from '../../domain/roll-call/roster.ts'

/** A discipline's turn as the meeting sees it. */
export interface Turn extends RosterRow {
  readonly name: string
  readonly reviews: readonly string[]
  readonly speaker: string
  readonly in_person: boolean
  readonly contacts: readonly string[]
  readonly said: readonly SignOff[]
}

export interface ShownPrompt {
  readonly n: number
  readonly text: string
  readonly owner: string | null
  readonly answer: string | null
  readonly note: string | null
}

/** One round as its page shows it. */
export interface ShownRound {
  readonly id: string
  readonly plan: { readonly slug: string }
  readonly number: number
  readonly decision: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  readonly disciplines: readonly Turn[]
  readonly prompts: readonly ShownPrompt[]
  readonly missing: readonly string[]
  readonly you: { readonly speak_for: readonly Discipline[]; readonly decide: boolean }
}
