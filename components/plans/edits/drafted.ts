import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'

/** What a form would do, as edits made in turn; or what it lacks before it can. */
export interface Drafted {
  readonly edits: readonly PlanEdit[]
  /** A sentence; null where nothing is missing. */
  readonly missing: string | null
}

export const NOTHING: Drafted = { edits: [], missing: null }
