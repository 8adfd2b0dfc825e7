import { criterionKey, type Verdict, verdictOf } from './criterion.ts'
import type { StageResults, StageRun } from './stage-run.ts'

/** One metric's verdict, and whether somebody consciously passed it over. */
export interface MetricStanding {
  readonly name: string
  readonly verdict: Verdict
  readonly waived: boolean
}

/** The verdict on each metric of a run's results, in their order; none before there are results. */
export function metricStandings({
  results,
  waived,
}: Pick<StageRun, 'results' | 'waived'>): MetricStanding[] {
  const passedOver = new Set(waived.flatMap(({ criterion }) => criterion ?? []))
  return (results?.metrics ?? []).map((metric) => ({
    name: metric.name,
    verdict: verdictOf(metric),
    waived: passedOver.has(criterionKey(metric.name)),
  }))
}

/** How many of each verdict, for one line: "2 met, 1 inconclusive". */
export function verdictCounts({ metrics }: Pick<StageResults, 'metrics'>): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { met: 0, not_met: 0, inconclusive: 0 }
  for (const metric of metrics) counts[verdictOf(metric)] += 1
  return counts
}
