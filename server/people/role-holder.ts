import type { RoleHolder } from '../../domain/people/role-change.ts'
import { Refused } from '../../domain/refusal.ts'
import { rolesOf } from '../access/memberships.ts'
import type { Db } from '../db.ts'

/** A row of a role that stands. */
export interface RoleRow {
  readonly id: string
  readonly teamId: string
  readonly role: string
  readonly discipline: string | null
  readonly source: string
  readonly version: number
}

/** Somebody with their roles as granted, locked against another change until the transaction ends. */
export interface LockedPerson extends RoleHolder {
  readonly rows: readonly RoleRow[]
  readonly version: number
}

/**
 * Somebody by their id, with the roles that stand. Changes of one person's roles happen one after
 * the other.
 *
 * @throws Refused `not_found`.
 */
export async function lockPerson(tx: Db, id: string): Promise<LockedPerson> {
  await tx.$executeRaw`SELECT FROM person WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      disabled: true,
      version: true,
      memberships: {
        where: { revoked: false },
        select: {
          id: true,
          teamId: true,
          role: true,
          discipline: true,
          source: true,
          version: true,
        },
        orderBy: [{ teamId: 'asc' }, { id: 'asc' }],
      },
    },
  })
  if (!row) throw new Refused({ code: 'not_found', what: 'person', key: id })
  const { memberships: rows, ...person } = row
  return { ...person, memberships: rolesOf(rows), rows }
}

/**
 * The teams, among these, that nobody else who can sign in administers. The teams are locked until
 * the transaction ends, so that two administrators cannot put each other out at the same moment.
 */
export async function administeredAlone(
  tx: Db,
  personId: string,
  teamIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (teamIds.length === 0) return []
  const ids = [...new Set(teamIds)].sort()
  await tx.$executeRaw`SELECT FROM team WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.team.findMany({
    where: {
      id: { in: ids },
      memberships: {
        none: {
          role: 'administrator',
          revoked: false,
          personId: { not: personId },
          person: { disabled: false },
        },
      },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
