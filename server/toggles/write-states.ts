import { stateToJson, type ToggleState } from '../../domain/toggle/state.ts'
import { pushSoon } from '../connected/push-soon.ts'
import type { Db } from '../db.ts'
import type { Changed } from '../write-entry.ts'
import { imagesOf } from '../write-entry.ts'
import type { StateRow } from './state-row.ts'

/**
 * Writes new states over many locked rows in one statement. For states that name nobody who was not
 * named before: narrowings.
 *
 * @returns each row with its image before, by the row's id.
 */
export async function writeStates(
  tx: Db,
  flips: readonly { readonly row: StateRow; readonly after: ToggleState }[],
): Promise<ReadonlyMap<string, Changed>> {
  const ids = flips.map(({ row }) => row.id)
  const before = await imagesOf(tx, 'toggle_state', ids)
  const states = flips.map(({ row, after }) => ({
    id: row.id,
    version: row.version,
    ...stateToJson(after),
  }))
  const written = await tx.$executeRaw`
    UPDATE toggle_state s
       SET "boolean" = n."boolean", actors = n.actors, groups = n.groups,
           percentage_of_actors = n.percentage_of_actors,
           percentage_of_time = n.percentage_of_time,
           expression = nullif(n.expression, 'null'), version = s.version + 1, changed_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(states)}::jsonb) AS n (
             id uuid, version integer, "boolean" boolean, actors text[], groups text[],
             percentage_of_actors numeric, percentage_of_time numeric, expression jsonb)
     WHERE s.id = n.id AND s.version = n.version`
  if (written !== flips.length) throw new Error('a toggle_state changed although it was locked')
  await pushSoon(tx, ids)
  return new Map(
    ids.map((id) => [id, { entity: 'toggle_state', id, before: before.get(id) ?? null } as const]),
  )
}
