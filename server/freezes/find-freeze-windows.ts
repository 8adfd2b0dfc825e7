import type { Actor } from '../../domain/actor.ts'
import { windowsBetween } from '../../domain/rollout/freeze.ts'
import { freezeRows, timesOf } from './find-freezes.ts'

/** One window of a freeze on a calendar; moments in ISO 8601. */
export interface CalendarWindow {
  /** The id of the freeze that it is a window of. */
  readonly freeze: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
}

/**
 * The windows of all freezes not lifted that touch the time between two moments, in their order.
 *
 * @throws Refused `forbidden`.
 */
export async function findFreezeWindows(
  actor: Actor,
  from: Date,
  to: Date,
): Promise<CalendarWindow[]> {
  const rows = await freezeRows(actor, from)
  return rows
    .flatMap((row) =>
      windowsBetween(timesOf(row), from, to).map(({ startsAt, endsAt }) => ({
        freeze: row.id,
        starts_at: startsAt.toISOString(),
        ends_at: endsAt.toISOString(),
        reason: row.reason,
      })),
    )
    .sort((one, other) => one.starts_at.localeCompare(other.starts_at))
}
