import type { Actor } from '../../domain/actor.ts'
import { refuseTaking } from '../../domain/people/role-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { rolesOf } from '../access/memberships.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { findTeam } from '../delegations/find-team.ts'
import { administeredAlone, lockPerson, type RoleRow } from '../people/role-holder.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { type Entry, imageOf } from '../write-entry.ts'

/**
 * Takes a role back; it bites at the person's next request. What was taken back already stays so.
 *
 * @throws Refused `forbidden`, `not_found`, `fresh_sign_in_needed`; `not_permitted` for one's own
 *   roles and for the last administrator of a team.
 */
export async function takeRole(
  actor: Actor,
  { team: slug, id }: { readonly team: string; readonly id: string },
): Promise<Done<null>> {
  return change(actor, { tried: 'take a role back', target: {} }, async (tx) => {
    const team = await findTeam(tx, slug)
    const found = await tx.membership.findFirst({
      where: { id, teamId: team.id },
      select: { personId: true },
    })
    if (!found) throw new Refused({ code: 'not_found', what: 'role', key: id })
    const alone = await administeredAlone(tx, found.personId, [team.id])
    const person = await lockPerson(tx, found.personId)
    const row = person.rows.find((one) => one.id === id)
    const [held] = row ? rolesOf([row]) : []
    const now = await databaseNow(tx)
    const asked = held ?? { teamId: team.id, role: 'viewer' as const, discipline: null }
    const refusal = refuseTaking(actor, person, asked, alone.length > 0, now)
    if (refusal) throw new Refused(refusal)
    if (!row) return { result: null, entries: 'unchanged' }
    return { result: null, entries: [await endRole(tx, person.id, row)] }
  })
}

/**
 * Ends a role of somebody who is locked, and gives the entry that says so.
 *
 * @param byGroups whether it ends because no group of the identity provider gives it any more.
 */
export async function endRole(
  tx: Db,
  person: string,
  { id, role, discipline, version }: RoleRow,
  byGroups = false,
): Promise<Entry> {
  const before = await imageOf(tx, 'membership', id)
  await tx.membership.update({ where: { id }, data: { revoked: true, version: version + 1 } })
  const led = discipline !== null && isDiscipline(discipline) ? discipline : null
  return {
    type: 'membership.revoked',
    target: {},
    data: { person, role, discipline: led, ...(byGroups ? { group: '' } : {}) },
    changed: [{ entity: 'membership', id, before }],
  }
}
