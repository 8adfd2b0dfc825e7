import { randomUUID } from 'node:crypto'
import type { Actor, Membership } from '../../domain/actor.ts'
import { refuseGrant } from '../../domain/people/role-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { findTeam } from '../delegations/find-team.ts'
import { lockPerson } from '../people/role-holder.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { Entry } from '../write-entry.ts'

/** A role that somebody is to have in a team. */
export interface RoleGrant extends Pick<Membership, 'role' | 'discipline'> {
  /** The team's slug. */
  readonly team: string
  /** The person's id. */
  readonly person: string
}

/**
 * Grants a role. Who has it already keeps it, and nothing is written.
 *
 * @returns the role's id.
 * @throws Refused `forbidden`, `not_found`, `fresh_sign_in_needed`, `invalid`; `not_permitted` for
 *   one's own roles and for two that are kept apart.
 */
export async function grantRole(actor: Actor, grant: RoleGrant): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'grant a role', target: {} }, async (tx) => {
    const team = await findTeam(tx, grant.team)
    const { role, discipline } = grant
    const wanted = { teamId: team.id, role, discipline }
    const person = await lockPerson(tx, grant.person)
    const refusal = refuseGrant(actor, person, wanted, await databaseNow(tx))
    if (refusal) throw new Refused(refusal)
    const held = person.rows.find(
      (row) => row.teamId === team.id && row.role === role && row.discipline === discipline,
    )
    if (held) return { result: { id: held.id }, entries: 'unchanged' }
    const { id, entry } = await insertRole(tx, person.id, wanted)
    return { result: { id }, entries: [entry] }
  })
}

/**
 * Keeps a role in the transaction of the change; gives its id and its entry.
 *
 * @param group the group of the identity provider that gave it, if one did.
 */
export async function insertRole(
  tx: Db,
  person: string,
  { teamId, role, discipline }: Membership,
  group?: string,
): Promise<{ id: string; entry: Entry }> {
  const id = randomUUID()
  const source = group === undefined ? 'person' : 'group'
  await tx.membership.create({ data: { id, personId: person, teamId, role, discipline, source } })
  const entry: Entry = {
    type: 'membership.granted',
    target: {},
    data: { person, role, discipline, ...(group === undefined ? {} : { group }) },
    changed: [{ entity: 'membership', id, before: null }],
  }
  return { id, entry }
}
