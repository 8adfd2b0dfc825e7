import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { type Changed, imageOf } from '../write-entry.ts'
import { holdEnvironments } from './environment-lock.ts'

/**
 * Puts the environments in another order: the one in which pages show them and a rollout goes through
 * them.
 *
 * @throws Refused `forbidden`; `invalid` unless each environment is named once.
 */
export async function orderEnvironments(
  actor: Actor,
  order: readonly string[],
): Promise<Done<null>> {
  return change(actor, { tried: 'order the environments', target: {} }, async (tx) => {
    if (!may(actor, 'settings.change')) {
      throw new Refused({ code: 'forbidden', action: 'settings.change' })
    }
    await holdEnvironments(tx)
    const rows = await tx.environment.findMany()
    if (
      [...order].sort().join() !==
      rows
        .map(({ key }) => key)
        .sort()
        .join()
    ) {
      const message = 'names every environment once.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'order', message }] })
    }
    const changed: Changed[] = []
    for (const row of rows) {
      const position = order.indexOf(row.key) + 1
      if (position === row.position) continue
      const before = await imageOf(tx, 'environment', row.id)
      await tx.environment.update({
        where: { id: row.id },
        data: { position, version: row.version + 1 },
      })
      changed.push({ entity: 'environment', id: row.id, before })
    }
    if (changed.length === 0) return { result: null, entries: 'unchanged' }
    const data = { order: [...order] }
    return { result: null, entries: [{ type: 'environments.ordered', target: {}, data, changed }] }
  })
}
