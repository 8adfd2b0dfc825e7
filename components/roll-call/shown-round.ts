import type { Attendee } from '../../domain/roll-call/attendance.ts'
import type { Lack } from '../../domain/roll-call/decision.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import type { QuorumRow } from '../../domain/roll-call/quorum.ts'
import type { RosterRow, SignOff } from '../../domain/roll-call/roster.ts'

/** A discipline's turn as the meeting sees it. */
export interface Turn extends RosterRow {
  readonly name: string
  readonly reviews: readonly string[]
  readonly speaker: string
  readonly in_person: boolean
  readonly abstain: boolean
  readonly not_applicable: boolean
  readonly contacts: readonly string[]
  readonly said: readonly SignOff[]
}

export interface ShownPrompt {
  readonly n: number
  readonly text: string
  readonly owner: string | null
  readonly answer: string | null
  readonly note: string | null
  readonly in_document: { readonly answer: string | null; readonly note: string | null } | null
}

/** One round as its page shows it. */
export interface ShownRound {
  readonly id: string
  readonly number: number
  readonly plan: { readonly slug: string; readonly title: string; readonly revision: number }
  readonly revision: number
  readonly opened_by: string
  readonly opened_at: string
  readonly decision: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  readonly purpose: string | null
  readonly dropped: readonly { readonly name: string; readonly reason: string }[]
  readonly scope: LaunchScope | null
  readonly disciplines: readonly Turn[]
  readonly prompts: readonly ShownPrompt[]
  readonly lacks: readonly Lack[]
}

/** What the one who looks may do in a round. */
export interface ShownYou {
  readonly speak_for: readonly Discipline[]
  readonly record: boolean
  readonly run: boolean
  readonly answer: boolean
  readonly decide: boolean
}

/** A meeting as every screen shows it. */
export interface ShownMeeting {
  readonly round: ShownRound
  readonly turn: Discipline | null
  readonly timer: ShownTimer
  readonly attendance: readonly Attendee[]
  readonly quorum: readonly QuorumRow[]
  /** The server's clock when this was read. */
  readonly at: string
}

export interface ShownTimer {
  readonly turn_since: string | null
  readonly began_at: string | null
  readonly ended_at: string | null
  readonly meeting_minutes: number | null
  readonly turn_minutes: number | null
}

/** One round in the list of a plan's rounds. */
export interface ListedRound {
  readonly id: string
  readonly number: number
  readonly decision: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly opened_at: string
  readonly opened_by: string
  readonly purpose: string | null
}

/** What a launch can be bounded by. */
export interface ShownBounds {
  readonly environments: readonly { readonly key: string; readonly name: string }[]
  readonly stages: readonly { readonly label: string; readonly percentage: number }[]
}
