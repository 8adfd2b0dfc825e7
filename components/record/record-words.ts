import { asWords } from '../../domain/audit/phrases.ts'
import type { RecordedWord } from '../../domain/record/recorded-round.ts'
import { sectionsInWords } from '../../domain/roll-call/decision.ts'
import { capitalised } from '../toggles/capitalised.ts'
import type { Status } from '../ui/status-mark.tsx'

const VERDICTS: Readonly<Record<string, { word: string; status: Status }>> = {
  go: { word: 'Go', status: 'go' },
  no_go: { word: 'No-go', status: 'no-go' },
  stale: { word: 'Stale', status: 'stale' },
  waiting: { word: 'Not said', status: 'waiting' },
}

/** A verdict, or where a discipline stands, as a word and a shape. */
export function verdictMark(verdict: string): { word: string; status: Status } {
  return VERDICTS[verdict] ?? { word: capitalised(asWords(verdict)), status: 'neutral' }
}

/** How a round ended: "Launch"; "Open" while it has not. */
export function decisionWords(decision: string | null): string {
  return decision === null ? 'Open' : capitalised(asWords(decision))
}

/** Whether a word counts, and why not. */
export function standingWords({ standing, stale_sections }: RecordedWord): string {
  if (standing === 'current') return 'Current'
  if (standing === 'replaced') return 'Said again later'
  if (standing === 'withdrawn') return 'Withdrawn'
  return `Stale: ${sectionsInWords(stale_sections)} changed since`
}
