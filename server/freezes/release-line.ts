import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { imageOf } from '../write-entry.ts'

/**
 * Releases a stopped line; what held a widening besides it holds it still. A line that runs stays so.
 *
 * @throws Refused `forbidden`.
 */
export async function releaseLine(actor: Actor): Promise<Done<null>> {
  return change(actor, { tried: 'release the line', target: {} }, async (tx) => {
    if (actor.kind !== 'person' || !may(actor, 'line.release')) {
      throw new Refused({ code: 'forbidden', action: 'line.release' })
    }
    await holdWidening(tx)
    const row = await tx.lineStop.findFirst({ where: { releasedBy: null } })
    if (!row) return { result: null, entries: 'unchanged' }
    const before = await imageOf(tx, 'line_stop', row.id)
    await tx.lineStop.update({
      where: { id: row.id },
      data: { releasedBy: actor.id, releasedAt: await databaseNow(tx), version: row.version + 1 },
    })
    const changed = [{ entity: 'line_stop', id: row.id, before }] as const
    return { result: null, entries: [{ type: 'line.released', target: {}, data: {}, changed }] }
  })
}
