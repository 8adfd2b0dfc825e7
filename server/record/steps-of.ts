import type { Entity } from '../../domain/audit/entry.ts'
import { shortId } from '../../domain/audit/read-entry.ts'
import type { Told } from '../../domain/record/told.ts'
import type { Db } from '../db.ts'

/** The entry that led to a version of a row. */
interface Step extends Told {
  readonly version: number
}

interface Row {
  readonly id: string
  readonly version: number
  readonly seq: bigint
  readonly at: string
  readonly actor_id: string
  readonly name: string | null
}

/** The steps of some rows by the rows' ids, oldest first; what has no entry by then has no steps. */
export type Steps = ReadonlyMap<string, readonly Step[]>

/**
 * The entries that made some rows what they are, up to an entry of the log: which entry proves a
 * row is looked up, never guessed from times.
 *
 * @param upTo the newest entry that counts.
 */
export async function stepsOf(
  tx: Db,
  entity: Entity,
  ids: readonly string[],
  upTo: number,
): Promise<Steps> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<Row[]>`
    SELECT k.entity_id::text AS id, k.version, k.seq, e.actor_id,
           to_char(h.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
           CASE e.payload::jsonb #>> '{actor,kind}' WHEN 'system' THEN 'Rollcall'
             WHEN 'service' THEN (SELECT t.name FROM api_token t WHERE t.id::text = e.actor_id)
             ELSE (SELECT p.name FROM person p WHERE p.id = e.actor_id::uuid) END AS name
      FROM audit.step k
      JOIN audit.chain h ON h.seq = k.seq
      JOIN audit.event e ON e.id = h.event_id
     WHERE k.entity = ${entity} AND k.entity_id = ANY (${ids}::uuid[]) AND k.seq <= ${upTo}::bigint
     ORDER BY k.seq`
  const steps = rows.map(({ id, seq, name, actor_id, ...row }) => ({
    id,
    step: { ...row, seq: Number(seq), by: name || shortId(actor_id) },
  }))
  const byRow = Map.groupBy(steps, ({ id }) => id)
  return new Map([...byRow].map(([id, its]) => [id, its.map(({ step }) => step)]))
}

/** The step to a row's first version, null where it was not there by then. */
export function firstStep(steps: Steps, id: string): Told | null {
  return told(steps.get(id)?.[0])
}

/** The newest step of a row, null where there is none after its first. */
export function laterStep(steps: Steps, id: string): Told | null {
  const its = steps.get(id) ?? []
  return its.length < 2 ? null : told(its.at(-1))
}

/** The step to one version of a row, null where it is later or there is no such version. */
export function stepTo(steps: Steps, id: string, version: number | undefined): Told | null {
  return told(steps.get(id)?.find((step) => step.version === version))
}

function told(step: Step | undefined): Told | null {
  return step ? { seq: step.seq, at: step.at, by: step.by } : null
}
