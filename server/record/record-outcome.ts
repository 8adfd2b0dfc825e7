import { z } from 'zod'
import type { RecordedOutcome } from '../../domain/record/recorded-outcome.ts'
import { criterionKey, metricSchema, verdictOf } from '../../domain/rollout/criterion.ts'
import type { Act } from './acts-of.ts'

/** What stages and looks back keep alike of what they came to. */
export const keptOutcome = z.object({
  users: z.number().nullable(),
  metrics: z.array(metricSchema),
  errors: z.number().nullable(),
})

/**
 * What was recorded, from the entries that recorded it; the newest is the one that stands.
 *
 * @param acts oldest first. Null where there is none.
 * @param waived the keys of criteria that somebody passed over.
 */
export function outcomeOf(
  acts: readonly Act[],
  kept: unknown,
  waived: ReadonlySet<string>,
): RecordedOutcome | null {
  const newest = acts.at(-1)
  if (!newest) return null
  const { users, metrics, errors } = keptOutcome.parse(kept)
  return {
    users,
    metrics: metrics.map((metric) => ({
      ...metric,
      verdict: verdictOf(metric),
      waived: waived.has(criterionKey(metric.name)),
    })),
    errors,
    errors_note: newest.texts.detail ?? null,
    note: newest.texts.note ?? null,
    recorded: newest.told,
    earlier: acts.slice(0, -1).map(({ told }) => told),
  }
}
