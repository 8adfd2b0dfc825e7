import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { type LineStop, openStop } from './find-line-stop.ts'

/**
 * Stops the line: nothing widens in any protected environment until it is released; what narrows stays
 * open. A line that is stopped already stays so, with its first reason.
 *
 * @throws Refused `forbidden`.
 */
export async function stopLine(
  actor: Actor,
  { reason }: { readonly reason: string },
): Promise<Done<LineStop>> {
  return change(actor, { tried: 'stop the line', target: {} }, async (tx) => {
    if (actor.kind !== 'person' || !may(actor, 'line.stop')) {
      throw new Refused({ code: 'forbidden', action: 'line.stop' })
    }
    await holdWidening(tx)
    const standing = await openStop(tx)
    if (standing) return { result: standing, entries: 'unchanged' }
    const id = randomUUID()
    const row = await tx.lineStop.create({ data: { id, reason, stoppedBy: actor.id } })
    const changed = [{ entity: 'line_stop', id, before: null }] as const
    return {
      result: { reason, stopped_by: actor.name, since: row.stoppedAt.toISOString() },
      entries: [{ type: 'line.stopped', target: {}, data: {}, texts: { reason }, changed }],
    }
  })
}
