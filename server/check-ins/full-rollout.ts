import type { Db } from '../db.ts'

/**
 * Since when a plan is fully out: the flip by which the last of its toggles that let everybody in
 * in a protected environment came to do so, by the log's clock. Null while none does.
 */
export async function fullRolloutAt(tx: Db, planId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(full_since.at) AS at FROM (
      SELECT DISTINCT ON (s.id) h.sealed_at AS at
        FROM plan_toggle p
        JOIN toggle_state s ON s.toggle_id = p.toggle_id
        JOIN environment e ON e.id = s.environment_id AND e.protected
        JOIN audit.change c ON c.entity = 'toggle_state' AND c.entity_id = s.id
        JOIN audit.chain h ON h.event_id = c.event_id
       WHERE p.plan_id = ${planId}::uuid
         AND (s."boolean" OR coalesce(s.percentage_of_actors, 0) >= 100
              OR coalesce(s.percentage_of_time, 0) >= 100)
         AND ((c.after ->> 'boolean')::boolean
              OR coalesce((c.after ->> 'percentage_of_actors')::numeric, 0) >= 100
              OR coalesce((c.after ->> 'percentage_of_time')::numeric, 0) >= 100)
         AND (c.before IS NULL OR NOT ((c.before ->> 'boolean')::boolean
              OR coalesce((c.before ->> 'percentage_of_actors')::numeric, 0) >= 100
              OR coalesce((c.before ->> 'percentage_of_time')::numeric, 0) >= 100))
       ORDER BY s.id, c.version DESC) full_since`
  return row?.at ?? null
}
