import { asWords } from '../../domain/audit/phrases.ts'
import type { RecordedRun } from '../../domain/record/recorded-outcome.ts'
import type { RecordedRound, RecordedWord } from '../../domain/record/recorded-round.ts'
import { sectionsInWords } from '../../domain/roll-call/sections-in-words.ts'
import { capitalised } from '../toggles/capitalised.ts'
import type { Status } from '../ui/status-mark.tsx'

const VERDICTS: Readonly<Record<string, { word: string; status: Status }>> = {
  abstain: { word: 'Abstains', status: 'neutral' },
  not_applicable: { word: 'Not applicable', status: 'neutral' },
  withdrawn: { word: 'Taken back', status: 'waiting' },
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
  if (standing === 'expired') return 'No longer good: its time is over'
  return `Stale: ${sectionsInWords(stale_sections)} changed since`
}

/** What a launch allows: "up to 25 % in production, until 2027-01-31 09:00 UTC". */
export function scopeWords({ scope }: RecordedRound): string {
  if (scope === null) return 'without bounds'
  const { environment, up_to, until } = scope
  const reach = up_to === 'full' ? 'all the way' : `up to ${up_to.percentage} %`
  const end = until === null ? '' : `, until ${until.slice(0, 10)} ${until.slice(11, 16)} UTC`
  return `${reach} in ${environment}${end}`
}

export const MOVES = {
  paused: 'Paused',
  resumed: 'Resumed',
  rolled_back: 'Rolled back',
  ended: 'Ended with the archive',
} as const

/** What results say is to be done next. */
export const DECISIONS = { proceed: 'Proceed', hold: 'Hold', roll_back: 'Roll back' } as const

const RUNS: Readonly<Record<RecordedRun['standing'], { word: string; status: Status }>> = {
  running: { word: 'Running', status: 'go' },
  soaking: { word: 'Soaking', status: 'waiting' },
  paused: { word: 'Paused', status: 'stale' },
  done: { word: 'Done', status: 'neutral' },
  rolled_back: { word: 'Rolled back', status: 'no-go' },
  ended: { word: 'Ended', status: 'neutral' },
}

/** Where a run stood at the end of the record, as a word and a shape. */
export function runStanding({ standing }: RecordedRun): { word: string; status: Status } {
  return RUNS[standing]
}
