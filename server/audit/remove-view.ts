import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { imageOf } from '../write-entry.ts'

/**
 * Removes a view of the caller's own. Somebody else's is not there for them.
 *
 * @throws Refused `not_found`.
 */
export async function removeView(actor: Actor, id: string): Promise<Done<null>> {
  return change(actor, { tried: 'remove a view of the log', target: {} }, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.savedView.findUnique({ where: { id } })
    if (!row || row.personId !== actor.id || row.removed) {
      throw new Refused({ code: 'not_found', what: 'view', key: id })
    }
    const before = await imageOf(tx, 'saved_view', id)
    await tx.savedView.update({ where: { id }, data: { removed: true, version: row.version + 1 } })
    const changed = [{ entity: 'saved_view', id, before }] as const
    const texts = { detail: row.name }
    return {
      result: null,
      entries: [{ type: 'view.removed', target: {}, data: {}, texts, changed }],
    }
  })
}
