import type { Reading } from '../../domain/plan/reading.ts'
import type { LaunchStanding } from '../../domain/roll-call/launch-standing.ts'
import type { RosterRow } from '../../domain/roll-call/roster.ts'
import type { NamedToggle } from './import-calls.ts'

/** A plan as its page shows it: what the query of one plan gives. */
export interface ShownPlan {
  readonly plan: {
    readonly slug: string
    readonly title: string
    readonly revision: number
    readonly sha256: string
  }
  readonly reading: Reading
  readonly toggles: readonly NamedToggle[]
  readonly acknowledged: readonly {
    readonly finding: string
    readonly by: string
    readonly at: string
  }[]
  readonly roster: readonly RosterRow[]
  readonly readiness: LaunchStanding
  readonly roll_calls: readonly ShownRollCall[]
  readonly revisions: readonly ShownRevision[]
}

export interface ShownRollCall {
  readonly id: string
  readonly number: number
  readonly decision: string | null
  readonly opened_at: string
  readonly decided_at: string | null
}

export interface ShownRevision {
  readonly number: number
  readonly sha256: string
  readonly author: string | null
  readonly created_at: string
}

/** Two revisions beside each other. */
export interface ComparedRevisions {
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
}
