import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { SavedView, SavedViewInput } from '../../domain/audit/saved-view.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'

const MOST = 50

/**
 * Keeps a filter of the log under a name, for the caller alone. The same filter under the same name
 * changes nothing.
 *
 * @throws Refused `forbidden` to who may not read the log or is no person; `already_exists` for a
 * name that another view of theirs has; `invalid` beyond 50 views.
 */
export async function saveView(actor: Actor, input: SavedViewInput): Promise<Done<SavedView>> {
  const { name, filter } = input
  return change(actor, { tried: 'save a view of the log', target: {} }, async (tx) => {
    if (actor.kind !== 'person' || !may(actor, 'audit.read')) {
      throw new Refused({ code: 'forbidden', action: 'audit.read' })
    }
    // Two of the same person's saves happen one after the other.
    await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`
    const kept = await tx.savedView.findMany({ where: { personId: actor.id, removed: false } })
    const same = kept.find((view) => view.name === name)
    if (same) {
      if (!isSame(same.filter, filter)) {
        throw new Refused({ code: 'already_exists', what: 'view', key: name })
      }
      return { result: { id: same.id, name, filter }, entries: 'unchanged' }
    }
    if (kept.length >= MOST) {
      const message = `There are ${MOST} views already: remove one first.`
      throw new Refused({ code: 'invalid', errors: [{ path: 'name', message }] })
    }
    const id = randomUUID()
    await tx.savedView.create({ data: { id, personId: actor.id, name, filter } })
    const changed = [{ entity: 'saved_view', id, before: null }] as const
    return {
      result: { id, name, filter },
      entries: [{ type: 'view.saved', target: {}, data: {}, texts: { detail: name }, changed }],
    }
  })
}

function isSame(kept: unknown, filter: SavedView['filter']): boolean {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(Object(value)).sort())
  return sorted(kept) === sorted(filter)
}
