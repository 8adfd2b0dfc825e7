import type { Db } from '../db.ts'

/**
 * The entry of the log from which on flips count as a plan's: its first decision to launch, or that
 * it was imported where none was made.
 *
 * @returns the entry's number; 1 for a plan that the log does not tell of.
 */
export async function launchedFrom(tx: Db, slug: string): Promise<number> {
  const rows = await tx.$queryRaw<{ seq: bigint | null }[]>`
    SELECT coalesce(
             min(l.seq) FILTER (WHERE l.type = 'roll_call.decided'
                                  AND e.payload::jsonb #>> '{data,decision}' = 'launch'),
             min(l.seq)) AS seq
      FROM audit.listing l
      JOIN audit.chain c ON c.seq = l.seq JOIN audit.event e ON e.id = c.event_id
     WHERE l.plan = ${slug} AND l.outcome = 'allowed'
       AND l.type IN ('roll_call.decided', 'plan.imported')`
  return Number(rows[0]?.seq ?? 1)
}
