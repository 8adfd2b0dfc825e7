import { verdictCounts } from '../../domain/rollout/results-standing.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import type { ShownRun } from './rollout-shown.ts'

export const DECISIONS = {
  proceed: { status: 'go', word: 'Proceed' },
  hold: { status: 'waiting', word: 'Hold' },
  roll_back: { status: 'no-go', word: 'Roll back' },
} as const

const verdicts = [
  ['met', 'met'],
  ['not_met', 'not met'],
  ['inconclusive', 'inconclusive'],
] as const

/** What a stage's results say, in one line. */
export function ResultsBrief({ results }: Pick<ShownRun, 'results'>) {
  if (!results) return <StatusMark status="waiting">None are recorded yet</StatusMark>
  const { status, word } = DECISIONS[results.decision]
  const counts = verdictCounts(results)
  const waived = results.metrics.filter((metric) => metric.waived).length
  const parts = [
    ...verdicts.flatMap(([key, said]) => (counts[key] === 0 ? [] : [`${counts[key]} ${said}`])),
    ...(waived === 0 ? [] : [`${waived} of them waived`]),
  ]
  return (
    <>
      <StatusMark status={status}>{word}</StatusMark>
      {parts.length > 0 && <span className="text-ink-soft">: metrics {parts.join(', ')}</span>}
    </>
  )
}
