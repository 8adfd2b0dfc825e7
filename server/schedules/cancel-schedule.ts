import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { dequeue } from '../jobs/enqueue.ts'
import { findStateRows } from '../toggles/state-row.ts'
import { permissionFor } from '../toggles/weigh.ts'
import { imageOf } from '../write-entry.ts'
import { flipsAhead } from './flips-ahead.ts'
import { jobKeyOf, lockSchedule, scheduleTarget } from './schedule-row.ts'

/**
 * Takes a schedule back before its moment. Whoever may narrow there may do it, and no reason is
 * asked for: nothing is let in by it.
 *
 * @throws Refused `not_found`, `forbidden`, `settled` once it is done, refused or cancelled.
 */
export async function cancelSchedule(actor: Actor, id: string): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'cancel a schedule', target: {} }, async (tx) => {
    const schedule = await lockSchedule(tx, id)
    const keys = schedule.steps.map(({ toggle }) => toggle)
    const rows = await findStateRows(tx, keys, schedule.environment, { lock: false })
    for (const row of rows) {
      const action = permissionFor(row, 'narrows')
      if (!may(actor, action, row.toggle.teamId)) throw new Refused({ code: 'forbidden', action })
    }
    if (schedule.state !== 'waiting') {
      throw new Refused({ code: 'settled', what: 'schedule', how: schedule.state })
    }
    const before = await imageOf(tx, 'schedule', id)
    await tx.schedule.update({
      where: { id, version: schedule.version },
      data: {
        state: 'cancelled',
        settledBy: actor.kind === 'person' ? actor.id : null,
        settledAt: new Date(),
        version: schedule.version + 1,
      },
    })
    await dequeue(tx, jobKeyOf(id))
    const changed = [{ entity: 'schedule', id, before }] as const
    const data = { at: schedule.due, flips: flipsAhead(schedule, rows) }
    const entry = { type: 'schedule.cancelled', target: scheduleTarget(schedule), data } as const
    return { result: { id }, entries: [{ ...entry, changed }] }
  })
}
