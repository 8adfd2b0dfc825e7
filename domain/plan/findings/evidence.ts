import type { PlanText } from '../plan-text.ts'
import type { Reading } from '../reading.ts'
import type { StageCandidate } from '../stage-candidate.ts'

/** What the rules for findings look at: the document, what was read, and what was not taken. */
export type Evidence = {
  plan: PlanText
  reading: Reading
  stages: StageCandidate[]
  otherStages: StageCandidate[]
}
