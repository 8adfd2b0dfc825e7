import { PERMISSIONS } from '../../domain/permission-table.ts'
import type { Action } from '../../domain/permissions.ts'
import type { Db } from '../db.ts'

/** The ids of those whose role in a team lets them do something; nobody who is disabled. */
export async function whoMayDo(tx: Db, action: Action, teamId: string): Promise<string[]> {
  const role = { in: [...PERMISSIONS[action].roles] }
  const people = await tx.person.findMany({
    where: { disabled: false, memberships: { some: { teamId, revoked: false, role } } },
    select: { id: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people.map(({ id }) => id)
}
