import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { imageOf } from '../write-entry.ts'

/**
 * Lifts a freeze; one that is lifted already stays so.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function liftFreeze(actor: Actor, id: string): Promise<Done<null>> {
  return change(actor, { tried: 'lift a freeze', target: {} }, async (tx) => {
    if (!may(actor, 'freeze.set')) throw new Refused({ code: 'forbidden', action: 'freeze.set' })
    await tx.$executeRaw`SELECT 1 FROM freeze_window WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.freezeWindow.findUnique({ where: { id } })
    if (!row) throw new Refused({ code: 'not_found', what: 'freeze', key: id })
    if (row.lifted) return { result: null, entries: 'unchanged' }
    const before = await imageOf(tx, 'freeze_window', id)
    const { count } = await tx.freezeWindow.updateMany({
      where: { id, version: row.version },
      data: { lifted: true, version: row.version + 1 },
    })
    if (count === 0) return { result: null, entries: 'unchanged' }
    const changed = [{ entity: 'freeze_window', id, before }] as const
    return { result: null, entries: [{ type: 'freeze.lifted', target: {}, data: {}, changed }] }
  })
}
