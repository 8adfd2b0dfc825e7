import type { PastFlip } from '../../domain/rollout/flip-to-undo.ts'
import type { Db } from '../db.ts'

/** The flips of one toggle in one environment, newest first, at most the newest 1,000. */
export async function pastFlips(tx: Db, stateId: string): Promise<readonly PastFlip[]> {
  const rows = await tx.$queryRaw<{ version: number; undid: string | null }[]>`
    SELECT c.version, e.payload::jsonb #>> '{data,undoes}' AS undid
      FROM audit.change c JOIN audit.event e ON e.id = c.event_id
     WHERE c.entity = 'toggle_state' AND c.entity_id = ${stateId}::uuid
     ORDER BY c.version DESC LIMIT 1000`
  return rows.map(({ version, undid }) => ({
    version,
    undid: undid === null ? null : Number(undid),
  }))
}

/**
 * The state that a version was, from the log.
 *
 * @returns its gates as JSON, named actors by their values; one that was erased is left out.
 */
export async function stateAtVersion(tx: Db, stateId: string, version: number): Promise<unknown> {
  const rows = await tx.$queryRaw<{ state: unknown }[]>`
    SELECT jsonb_build_object(
             'boolean', c.after -> 'boolean', 'groups', c.after -> 'groups',
             'percentage_of_actors', c.after -> 'percentage_of_actors',
             'percentage_of_time', c.after -> 'percentage_of_time',
             'expression', c.after -> 'expression',
             'actors', (SELECT coalesce(jsonb_agg(n.value), '[]') FROM named_actor n
                         WHERE n.value IS NOT NULL
                           AND n.digest IN (SELECT jsonb_array_elements_text(c.after -> 'actors')))) AS state
      FROM audit.change c
     WHERE c.entity = 'toggle_state' AND c.entity_id = ${stateId}::uuid AND c.version = ${version}`
  return rows[0]?.state
}

/**
 * The version that a toggle's state was at right before an entry of the log, whatever that entry is
 * of; 1, the registration, where the entry is older than the toggle.
 */
export async function versionBefore(tx: Db, stateId: string, seq: number): Promise<number> {
  const rows = await tx.$queryRaw<{ version: number | null }[]>`
    SELECT version FROM audit.step
     WHERE entity = 'toggle_state' AND entity_id = ${stateId}::uuid AND seq < ${seq}
     ORDER BY seq DESC LIMIT 1`
  return rows[0]?.version ?? 1
}
