import type { Reading } from '../../../domain/plan/reading.ts'

/** A part of a plan that has a form, with what was read of it. */
export type EditedPart =
  | { readonly name: 'toggles'; readonly toggles: Reading['toggles'] }
  | { readonly name: 'staged_rollout'; readonly staged: Reading['staged_rollout'] }
  | { readonly name: 'stages'; readonly stages: Reading['stages'] }
  | { readonly name: 'rollback'; readonly text: string }
  | { readonly name: 'contacts'; readonly contacts: Reading['contacts'] }
  | { readonly name: 'validation'; readonly prompts: Reading['validation'] }
  | { readonly name: 'check_ins'; readonly checkIns: Reading['check_ins'] }
  | { readonly name: 'prompts'; readonly items: Reading['unanswered_items'] }

/** The plan that a part's form edits; absent where nothing can be edited. */
export interface EditedPlan {
  readonly slug: string
  readonly revision: number
  /** Who saved that revision; null where a service account did. */
  readonly author: string | null
}
