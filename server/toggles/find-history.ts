import type { Actor } from '../../domain/actor.ts'
import { shortId } from '../../domain/audit/read-entry.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { stateFromJson } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { findStateRow } from './state-row.ts'

/** One step in the history of a toggle in an environment. */
export interface HistoryPoint {
  readonly version: number
  /** When it was sealed: ISO 8601, UTC. */
  readonly at: string
  /** The state that it led to, in words. */
  readonly words: string
  /** The share of actors that it may let in, 0 to 100. */
  readonly percentage: number
  readonly actor: string
  readonly type: string
  readonly seq: number
  /** Null where none was given, or once it was erased. */
  readonly reason: string | null
}

interface Row {
  readonly environment: string
  readonly version: number
  readonly sealed_at: Date
  readonly after: Record<string, unknown>
  readonly type: string
  readonly seq: bigint
  readonly actor: string | null
  readonly actor_id: string
  readonly reason: string | null
}

/**
 * The steps of a toggle in each environment, oldest first, from the log: the newest 200 of each.
 * Of a toggle that does not exist there are none.
 *
 * @throws Refused `forbidden`.
 */
export async function findHistory(
  actor: Actor,
  toggle: string,
): Promise<ReadonlyMap<string, readonly HistoryPoint[]>> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().$queryRaw<Row[]>`
    SELECT en.key AS environment, step.*,
           CASE step.actor_kind WHEN 'system' THEN 'Rollcall'
             WHEN 'service' THEN (SELECT t.name FROM api_token t WHERE t.id::text = step.actor_id)
             ELSE (SELECT p.name FROM person p WHERE p.id::text = step.actor_id) END AS actor
      FROM toggle g JOIN toggle_state s ON s.toggle_id = g.id
      JOIN environment en ON en.id = s.environment_id
      CROSS JOIN LATERAL (
        SELECT c.version, ch.sealed_at, c.after, e.type, ch.seq, e.actor_id,
               e.payload::jsonb #>> '{actor,kind}' AS actor_kind, x.text AS reason
          FROM audit.change c
          JOIN audit.event e ON e.id = c.event_id
          JOIN audit.chain ch ON ch.event_id = e.id
          LEFT JOIN audit.text x ON x.event_id = e.id AND x.field = 'reason'
         WHERE c.entity = 'toggle_state' AND c.entity_id = s.id
         ORDER BY c.version DESC LIMIT 200) step
     WHERE g.key = ${toggle}
     ORDER BY en.position, step.version`
  const points = new Map<string, HistoryPoint[]>()
  for (const row of rows) {
    points.set(row.environment, [...(points.get(row.environment) ?? []), pointOf(row)])
  }
  return points
}

/**
 * The steps of a toggle in one environment, oldest first: the newest 200.
 *
 * @throws Refused `forbidden`, `not_found` for an unknown toggle or environment.
 */
export async function findSteps(
  actor: Actor,
  toggle: string,
  environment: string,
): Promise<readonly HistoryPoint[]> {
  const history = await findHistory(actor, toggle)
  await findStateRow(db(), toggle, environment, { lock: false })
  return history.get(environment) ?? []
}

function pointOf(row: Row): HistoryPoint {
  const { after } = row
  // In the log a named actor is a digest: counting them is all that words need.
  const state = stateFromJson({
    boolean: after.boolean,
    actors: after.actors,
    groups: after.groups,
    percentage_of_actors: after.percentage_of_actors,
    percentage_of_time: after.percentage_of_time,
    expression: after.expression,
  })
  return {
    version: row.version,
    at: row.sealed_at.toISOString(),
    words: describeState(state),
    percentage: shareOfActors(state),
    actor: row.actor ?? shortId(row.actor_id),
    type: row.type,
    seq: Number(row.seq),
    reason: row.reason,
  }
}
