import type { StageStanding } from '../rollout-standing.ts'

/** What the checks on stages know of the rollout at this moment. */
export interface StageFacts {
  /** Whether a plan governs the toggle and holds it to stages. */
  readonly staged: boolean
  /** Whether the flip raises the share of actors. */
  readonly rises: boolean
  /** The stage before the next; null where the next is the plan's first. */
  readonly before: StageStanding | null
}

/** Why there is no stage before that could hold this flip; null where there is one. */
export function nothingBefore({ staged, rises, before }: StageFacts): string | null {
  if (!staged) return 'No stages hold this rollout.'
  if (!rises) return 'The share of actors does not rise.'
  return before === null ? 'No stage comes before this one.' : null
}
