import type { Fact } from '../../domain/audit/entry.ts'
import { groupsIn, type HeldRole, reconcile } from '../../domain/people/group-rules.ts'
import type { SignInPolicy } from '../../domain/people/sign-in-policy.ts'
import type { Db } from '../db.ts'
import { logLine } from '../log.ts'
import { administeredAlone, type LockedPerson, lockPerson } from '../people/role-holder.ts'
import { insertRole } from '../teams/grant-role.ts'
import { endRole } from '../teams/take-role.ts'
import type { Entry } from '../write-entry.ts'
import { standingRules } from './group-rules.ts'
import { rolesOf } from './memberships.ts'

/**
 * Makes somebody's roles what their groups say, at their sign-in, in the transaction of it: grants
 * what a rule gives, takes back what only a rule gave. Roles that a person granted are left alone,
 * and so is the last administrator of a team. Nothing happens while no claim is set, or where the
 * provider says that there are too many groups to name.
 *
 * @param claims of the ID token.
 * @returns an entry for each role that came or went, or should have.
 */
export async function applyGroups(
  tx: Db,
  personId: string,
  claims: unknown,
  policy: SignInPolicy,
): Promise<Entry[]> {
  if (policy.groups_claim === null) return []
  const groups = groupsIn(claims, policy.groups_claim)
  if (groups === null) {
    logLine('warning', { event: 'groups-not-named', person: personId })
    return []
  }
  const rules = await standingRules(tx)
  // Teams before the person: whoever takes an administrator's role locks in this order.
  const given = await tx.membership.findMany({
    where: { personId, revoked: false, role: 'administrator', source: 'group' },
    select: { teamId: true },
  })
  const alone = await administeredAlone(
    tx,
    personId,
    given.map(({ teamId }) => teamId),
  )
  const person = await lockPerson(tx, personId)
  const { grant, take, withheld } = reconcile(rules, groups, heldBy(person))
  const entries: Entry[] = []
  for (const held of take) {
    const row = person.rows.find(({ id }) => id === held.id)
    const isLast = held.role === 'administrator' && alone.some(({ id }) => id === held.teamId)
    if (isLast) entries.push(kept(personId, held, 'last_administrator'))
    else if (row) entries.push(await endRole(tx, personId, row, true))
  }
  for (const rule of grant) {
    entries.push((await insertRole(tx, personId, rule, rule.value)).entry)
  }
  for (const { rule } of withheld) {
    entries.push(kept(personId, { ...rule, group: rule.value }, 'separation'))
  }
  return entries
}

function heldBy({ rows }: LockedPerson): HeldRole[] {
  return rows.flatMap((row) =>
    rolesOf([row]).map((held) => ({ ...held, id: row.id, byGroup: row.source === 'group' })),
  )
}

function kept(
  person: string,
  { role, discipline, group }: Pick<HeldRole, 'role' | 'discipline'> & { group?: string },
  why: 'last_administrator' | 'separation',
): Entry {
  const fact: Fact = {
    type: 'membership.kept',
    target: {},
    data: { person, role, discipline, why, ...(group === undefined ? {} : { group }) },
  }
  return { ...fact, changed: [] }
}
