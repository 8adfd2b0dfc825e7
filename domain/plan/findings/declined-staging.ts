import { refusalOfStaging } from '../read-staged-rollout.ts'
import type { Finding } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding } from './make-finding.ts'

/** A plan that says it needs no staged rollout, and then plans one. */
export function declinedStaging({ plan, reading }: Evidence): Finding[] {
  const partial = reading.stages.filter(({ percentage }) => percentage !== null && percentage < 100)
  if (reading.staged_rollout.required !== false || partial.length === 0) return []
  if (reading.stages.length < 2) return []
  const line = refusalOfStaging(plan)?.line ?? reading.staged_rollout.line ?? 1
  const shares = reading.stages.map(({ percentage }) => percentage ?? '–').join(', ')
  return [
    makeFinding(
      'staging_declined_with_stages',
      line,
      reading.stages.map((stage) => stage.label),
      `The plan says that no staged rollout is needed, yet it plans ${reading.stages.length} stages (${shares} %). Take the stages out, or answer that staging is required.`,
    ),
  ]
}
