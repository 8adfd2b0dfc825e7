import type { CheckInName, CheckInState } from '../../domain/rollout/check-in.ts'
import type { Criterion, Metric, Verdict } from '../../domain/rollout/criterion.ts'
import type { StageState } from '../../domain/rollout/rollout-standing.ts'
import type { StageDecision } from '../../domain/rollout/stage-run.ts'

/** A stage as the plan lists it. */
export interface ShownStage {
  readonly n: number
  readonly label: string
  readonly percentage: number | null
  readonly soak: string | null
  readonly starts: 'flip' | 'hand'
  /** What the plan wants to see of it; the criterion is null where its words are no figure. */
  readonly criteria: readonly { readonly text: string; readonly criterion: Criterion | null }[]
}

type Judged = Metric & { readonly verdict: Verdict; readonly waived?: boolean }

/** One time that a stage was carried out. */
export interface ShownRun {
  readonly run: number
  readonly version: number
  readonly label: string
  readonly started_at: string
  readonly started_by: string | null
  readonly pause_reason: string | null
  readonly results: {
    readonly users: number | null
    readonly metrics: readonly Judged[]
    readonly errors: number | null
    readonly errors_note: string | null
    readonly decision: StageDecision
    readonly note: string | null
    readonly recorded_by: string | null
    readonly recorded_at: string
  } | null
  readonly waivers: readonly {
    readonly what: 'soak' | 'criterion'
    readonly criterion: string | null
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
}

/** Where one rollout is. */
export interface ShownRollout {
  readonly environment: string
  /** What people call the environment. */
  readonly environment_name: string
  readonly toggle: string | null
  /** Whether the toggle is archived: then there is neither a current stage nor a next. */
  readonly archived: boolean
  /** Whether the soak and the results hold a flip here, or only advise. */
  readonly binds: { readonly soak: boolean; readonly results: boolean }
  readonly current: number | null
  readonly next: {
    readonly n: number
    readonly label: string
    readonly percentage: number | null
    readonly may_go_at: string | null
    readonly started_by: string
  } | null
  readonly stages: readonly {
    readonly n: number
    readonly state: StageState
    readonly soak: {
      readonly words: string | null
      readonly note: string | null
      readonly ends_at: string | null
      readonly over: boolean
      readonly waived: boolean
    } | null
    readonly runs: readonly ShownRun[]
  }[]
  readonly former: readonly ShownRun[]
}

/** What the reader may do with stages and check-ins. */
export interface StageRights {
  readonly run: boolean
  readonly results: boolean
  readonly waive: boolean
}

/** One look back. */
export interface ShownCheckIn {
  readonly which: CheckInName
  readonly state: CheckInState
  readonly due_on: string | null
  /** Whether the plan itself states that day. */
  readonly due_by_plan: boolean
  readonly recorded: {
    readonly users: number | null
    readonly metrics: readonly Judged[]
    readonly errors: number | null
    readonly errors_note: string | null
    readonly note: string | null
    readonly by: string
    readonly at: string
  } | null
}

export type ShownCriterion = Criterion
