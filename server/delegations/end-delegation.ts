import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { imageOf } from '../write-entry.ts'
import { DELEGATION, delegationOf } from './delegation-row.ts'
import { findTeam } from './find-team.ts'

/**
 * Ends a delegation before its time; it stays on record, with what was signed by it. By who gave
 * it, who holds it, or who manages people. Ending it twice is ending it once.
 *
 * @throws Refused `not_found`, `not_permitted`.
 */
export async function endDelegation(
  actor: Actor,
  { team: slug, id }: { readonly team: string; readonly id: string },
): Promise<Done<null>> {
  return change(actor, { tried: 'end a delegation', target: {} }, async (tx) => {
    const team = await findTeam(tx, slug)
    const row = await tx.delegation.findFirst({
      where: { id, teamId: team.id },
      select: { ...DELEGATION, fromPersonId: true, toPersonId: true, version: true },
    })
    if (!row) throw new Refused({ code: 'not_found', what: 'delegation', key: id })
    const isTheirs = actor.id === row.fromPersonId || actor.id === row.toPersonId
    if (!isTheirs && !may(actor, 'people.manage', team.id)) {
      const detail = `Only ${row.from.name}, ${row.to.name} or an administrator may end this delegation.`
      throw new Refused({ code: 'not_permitted', detail })
    }
    if (row.ended) return { result: null, entries: 'unchanged' }
    const before = await imageOf(tx, 'delegation', id)
    const written = await tx.delegation.updateMany({
      where: { id, version: row.version },
      data: { ended: true, version: row.version + 1 },
    })
    // Somebody else ended it at the same moment.
    if (written.count !== 1) return { result: null, entries: 'unchanged' }
    const { discipline } = delegationOf(row)
    return {
      result: null,
      entries: [
        {
          type: 'delegation.ended',
          target: {},
          data: { discipline, from: row.fromPersonId, to: row.toPersonId },
          changed: [{ entity: 'delegation', id, before }],
        },
      ],
    }
  })
}
