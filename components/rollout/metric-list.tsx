import { criterionWords, type Metric, type Verdict } from '../../domain/rollout/criterion.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'

const VERDICTS = {
  met: { status: 'go', word: 'Met' },
  not_met: { status: 'no-go', word: 'Not met' },
  inconclusive: { status: 'waiting', word: 'Inconclusive' },
} as const

interface MetricListProps {
  label: string
  metrics: readonly (Metric & { readonly verdict: Verdict; readonly waived?: boolean })[]
}

/** Each metric with what it came to, what was wanted, and the verdict as a shape and a word. */
export function MetricList({ label, metrics }: MetricListProps) {
  if (metrics.length === 0) return null
  return (
    <ul aria-label={label} className="border-t border-rule text-sm">
      {metrics.map((metric) => (
        <li
          key={metric.name}
          className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-1.5 tabular-nums"
        >
          <span className="min-w-0 wrap-anywhere">
            {metric.link ? <TextLink href={metric.link}>{metric.name}</TextLink> : metric.name}:{' '}
            <strong className="font-semibold">
              {metric.actual === null ? 'not known' : `${metric.actual} ${metric.unit}`.trim()}
            </strong>{' '}
            <span className="text-ink-soft">wanted {criterionWords(metric)}</span>
          </span>
          <StatusMark status={metric.waived ? 'neutral' : VERDICTS[metric.verdict].status}>
            {VERDICTS[metric.verdict].word}
            {metric.waived && ', waived'}
          </StatusMark>
        </li>
      ))}
    </ul>
  )
}
