import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

const MOST = 2000

/**
 * Those to whom a role can be granted: everybody who is known and not disabled but the asker, by
 * name.
 *
 * @throws Refused `forbidden`.
 */
export async function findCandidates(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  return db().person.findMany({
    where: { disabled: false, id: { not: actor.id } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
}
