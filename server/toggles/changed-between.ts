import { db } from '../db.ts'

/** A toggle in an environment that the log tells something of between two entries. */
export interface ChangedRow {
  readonly id: string
  readonly toggle: string
  readonly team_id: string
  readonly environment: string
  readonly before_version: number | null
  readonly before_seq: bigint | null
  readonly after_version: number
  readonly after_seq: bigint
  /** Newest first, one more than are listed where there are more. */
  readonly seqs: readonly bigint[]
}

/** The most flips of one toggle in one environment that a difference lists. */
export const FLIPS_COUNTED = 20

/** The newest entry at a moment, its whole millisecond; 0 before the first. */
export async function seqAt(moment: Date): Promise<number> {
  const end = new Date(moment.getTime() + 1)
  const [newest] = await db().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM audit.chain WHERE sealed_at < ${end} ORDER BY sealed_at DESC, seq DESC LIMIT 1`
  return Number(newest?.seq ?? 0)
}

/**
 * What was changed after one entry, up to another: each state by the step before and the newest
 * step, two looks into the index of steps for each toggle and environment, however long the log is.
 */
export function changedBetween(
  first: number,
  last: number,
  environment: string | null,
): Promise<ChangedRow[]> {
  return db().$queryRaw<ChangedRow[]>`
    SELECT s.id::text AS id, t.key AS toggle, t.team_id::text AS team_id, v.key AS environment,
           before.version AS before_version, before.seq AS before_seq,
           after.version AS after_version, after.seq AS after_seq,
           ARRAY(SELECT k.seq FROM audit.step k
                  WHERE k.entity = 'toggle_state' AND k.entity_id = s.id
                    AND k.seq > ${first}::bigint AND k.seq <= ${last}::bigint
                  ORDER BY k.seq DESC LIMIT ${FLIPS_COUNTED + 1}) AS seqs
      FROM toggle_state s
      JOIN toggle t ON t.id = s.toggle_id
      JOIN environment v ON v.id = s.environment_id
     CROSS JOIN LATERAL (SELECT k.seq, k.version FROM audit.step k
                          WHERE k.entity = 'toggle_state' AND k.entity_id = s.id
                            AND k.seq > ${first}::bigint AND k.seq <= ${last}::bigint
                          ORDER BY k.seq DESC LIMIT 1) after
      LEFT JOIN LATERAL (SELECT k.seq, k.version FROM audit.step k
                          WHERE k.entity = 'toggle_state' AND k.entity_id = s.id
                            AND k.seq <= ${first}::bigint
                          ORDER BY k.seq DESC LIMIT 1) before ON true
     WHERE ${environment}::text IS NULL OR v.key = ${environment}
     ORDER BY t.key COLLATE "C", v.position, v.key`
}

/**
 * The states that some rows name, before and after, by `id version`: gates as JSON, named actors by
 * their values; who was erased since is not among them.
 */
export async function imagesOf(rows: readonly ChangedRow[]): Promise<ReadonlyMap<string, unknown>> {
  const asked = rows.flatMap(({ id, before_version, after_version }) => [
    ...(before_version === null ? [] : [{ id, version: before_version }]),
    { id, version: after_version },
  ])
  const found = await db().$queryRaw<{ id: string; version: number; state: unknown }[]>`
    SELECT c.entity_id::text AS id, c.version, jsonb_build_object(
             'boolean', c.after -> 'boolean', 'groups', c.after -> 'groups',
             'percentage_of_actors', c.after -> 'percentage_of_actors',
             'percentage_of_time', c.after -> 'percentage_of_time',
             'expression', c.after -> 'expression',
             'actors', (SELECT coalesce(jsonb_agg(n.value ORDER BY n.digest), '[]') FROM named_actor n
                         WHERE n.value IS NOT NULL
                           AND n.digest IN (SELECT jsonb_array_elements_text(c.after -> 'actors')))) AS state
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked (id uuid, version integer)
      JOIN audit.change c
        ON c.entity = 'toggle_state' AND c.entity_id = asked.id AND c.version = asked.version`
  return new Map(found.map(({ id, version, state }) => [`${id} ${version}`, state]))
}
