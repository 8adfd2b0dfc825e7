import type { IncomingToggle } from '../../domain/migration/incoming.ts'
import type { Db } from '../db.ts'
import { type Entry, imageOf } from '../write-entry.ts'

/** Takes over a registered toggle's description and actor type; no entry when both are so already. */
export async function describeToggle(
  tx: Db,
  { key, description, actorType }: IncomingToggle,
): Promise<Entry[]> {
  const row = await tx.toggle.findUniqueOrThrow({ where: { key } })
  const wanted = {
    description: description ?? row.description,
    actorType: actorType ?? row.actorType,
  }
  if (wanted.description === row.description && wanted.actorType === row.actorType) return []
  const before = await imageOf(tx, 'toggle', row.id)
  const { count } = await tx.toggle.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...wanted, version: row.version + 1 },
  })
  // Somebody else described it in this very moment: what they said stays.
  if (count === 0) return []
  const changed = [{ entity: 'toggle', id: row.id, before }] as const
  return [{ type: 'toggle.described', target: { toggle: key }, data: {}, changed }]
}
