import type { FreezeFacts } from '../../domain/rollout/checks/freeze.ts'
import { windowAt } from '../../domain/rollout/freeze.ts'
import { recurrenceWords } from '../../domain/rollout/freeze-words.ts'
import type { Db } from '../db.ts'

interface Row {
  readonly starts_at: Date
  readonly ends_at: Date
  readonly reason: string
  readonly rule: string | null
  readonly time_zone: string | null
  readonly override_allowed: boolean
  readonly now: Date
}

/**
 * The freeze that stands over a team's toggles in an environment at this moment of the database's clock
 * (not the transaction's, which may have waited); of several the last to end.
 */
export async function freezeOver(
  tx: Db,
  { environment, teamId }: { readonly environment: string; readonly teamId: string },
): Promise<FreezeFacts['freeze']> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.starts_at, f.ends_at, f.reason, t.rule, t.time_zone,
           coalesce(t.override_allowed, true) AS override_allowed, clock_timestamp() AS now
      FROM freeze_window f LEFT JOIN freeze_terms t ON t.freeze_id = f.id
     WHERE NOT f.lifted AND f.starts_at <= clock_timestamp()
       AND (t.rule IS NOT NULL OR f.ends_at > clock_timestamp())
       AND (f.environments = '{}' OR ${environment} = ANY (f.environments))
       AND (t.team_id IS NULL OR t.team_id = ${teamId}::uuid)`
  const standing = rows.flatMap((row) => {
    const { starts_at: startsAt, ends_at: endsAt, rule, time_zone: timeZone } = row
    const recurrence = rule === null || timeZone === null ? null : { rule, timeZone }
    const times = { startsAt, endsAt, recurrence }
    const window = windowAt(times, row.now)
    return window === null ? [] : [{ row, times, window }]
  })
  const [last] = standing.sort(
    (one, other) => other.window.endsAt.getTime() - one.window.endsAt.getTime(),
  )
  if (!last) return null
  return {
    reason: last.row.reason,
    until: last.window.endsAt.toISOString(),
    overrideAllowed: standing.every(({ row }) => row.override_allowed),
    comesAgain: recurrenceWords(last.times),
  }
}
