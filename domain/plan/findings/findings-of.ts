import type { PlanText } from '../plan-text.ts'
import type { ToggleMention } from '../read-toggles.ts'
import type { Finding, Reading } from '../reading.ts'
import type { StageCandidate } from '../stage-candidate.ts'

/** What the rules for findings look at. */
export type Evidence = {
  plan: PlanText
  reading: Reading
  candidates: { stages: StageCandidate[]; others: StageCandidate[] }
  mentions: ToggleMention[]
}

export function findingsOf(_: Evidence): Finding[] {
  return []
}
