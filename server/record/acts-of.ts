import type { Entity } from '../../domain/audit/entry.ts'
import type { Told } from '../../domain/record/told.ts'
import type { Db } from '../db.ts'
import { stepsOf } from './steps-of.ts'

/** One entry on a row: what kind it is of, what was said with it, and the row as it left it. */
export interface Act {
  readonly type: string
  readonly told: Told
  /** Null once it was erased. */
  readonly texts: Readonly<Record<string, string | null>>
  /** The row's audited columns after it. */
  readonly after: unknown
}

interface Row {
  readonly id: string
  readonly version: number
  readonly type: string
  readonly after: unknown
  readonly texts: Readonly<Record<string, string | null>> | null
}

/**
 * What the log tells of some rows up to one of its entries, by the rows' ids, oldest first: a row
 * as it stood then is read from here, for the table knows it only as it is now. What has no entry
 * by then is missing.
 *
 * @param upTo the newest entry that counts.
 */
export async function actsOf(
  tx: Db,
  entity: Entity,
  ids: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, readonly Act[]>> {
  const steps = await stepsOf(tx, entity, ids, upTo)
  if (steps.size === 0) return new Map()
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.entity_id::text AS id, c.version, e.type, c.after,
           (SELECT jsonb_object_agg(t.field, t.text) FROM audit.text t WHERE t.event_id = e.id) AS texts
      FROM audit.change c JOIN audit.event e ON e.id = c.event_id
     WHERE c.entity = ${entity} AND c.entity_id = ANY (${[...steps.keys()]}::uuid[])`
  const byVersion = new Map(rows.map((row) => [`${row.id} ${row.version}`, row]))
  return new Map(
    [...steps].map(([id, its]) => [
      id,
      its.flatMap(({ version, seq, at, by }): Act[] => {
        const row = byVersion.get(`${id} ${version}`)
        if (!row) return []
        return [{ type: row.type, told: { seq, at, by }, texts: row.texts ?? {}, after: row.after }]
      }),
    ]),
  )
}
