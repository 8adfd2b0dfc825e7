import type { Actor } from '../../domain/actor.ts'
import { type SavedView, viewFilter } from '../../domain/audit/saved-view.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/**
 * The views of the log that somebody keeps, by name; nobody else's. One whose filter this version
 * does not understand any more is left out.
 *
 * @throws Refused `forbidden`.
 */
export async function findViews(actor: Actor): Promise<SavedView[]> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  if (actor.kind !== 'person') return []
  const rows = await db().savedView.findMany({
    where: { personId: actor.id, removed: false },
    select: { id: true, name: true, filter: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, name, filter }) => {
    const read = viewFilter.safeParse(filter)
    return read.success ? [{ id, name, filter: read.data }] : []
  })
}
