import type { CheckResult } from '../../domain/refusal.ts'
import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import type { Movement } from './reach-words.ts'

/** A toggle in one environment as its page shows it. */
export type EnvironmentView = ToggleStateJson & {
  readonly environment: string
  /** What people call it. */
  readonly name: string
  readonly protected: boolean
  readonly words: string
  readonly version: number
}

/** What the reader may do there, checks aside. */
export type Rights = {
  readonly widen: boolean
  readonly narrow: boolean
  readonly override: boolean
  readonly widened_by: string
  readonly narrowed_by: string
}

/** A flip before it is made, as the API proposes it. */
export type ProposalView = {
  readonly from: string
  readonly to: string
  readonly direction: Movement
  /** The gates that it clears without naming them. */
  readonly clears: readonly string[]
  readonly checks: readonly CheckResult[]
  readonly allowed: boolean
  readonly allowed_to: string
  readonly may_override: boolean
  readonly version: number
}

/** What a rollback would restore. */
export type RollbackView = {
  /** The oldest version whose flip it undoes, and the newest. */
  readonly undoes: number
  readonly through: number
  readonly from: string
  readonly to: string
  readonly direction: Movement
  readonly checks: readonly CheckResult[]
  readonly allowed: boolean
  readonly allowed_to: string
  readonly version: number
  /** The stages that run, before which it can go. */
  readonly stages: readonly { readonly n: number; readonly label: string }[]
}

/** One step of the past. */
export type HistoryView = {
  readonly version: number
  readonly at: string
  readonly words: string
  readonly percentage: number
  readonly actor: string
  readonly type: string
  readonly seq: number
  readonly reason: string | null
}

/** A stage of the plan that has a percentage. */
export type StageTick = { readonly value: number; readonly label: string }

/** Where the API has a toggle in an environment. */
export function statePath(toggle: string, environment: string): string {
  return `/toggles/${encodeURIComponent(toggle)}/environments/${encodeURIComponent(environment)}`
}
