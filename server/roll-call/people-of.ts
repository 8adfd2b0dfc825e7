import type { KnownPeople } from '../../domain/roll-call/sign-off.ts'
import type { Db } from '../db.ts'

/** The people whose word can be recorded for a plan: its team's members and its own contacts. */
export async function peopleOf(
  tx: Db,
  plan: { readonly id: string; readonly teamId: string },
): Promise<KnownPeople> {
  const members = await tx.person.findMany({
    where: { disabled: false, memberships: { some: { teamId: plan.teamId, revoked: false } } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const contacts = await tx.contact.findMany({
    where: { planId: plan.id },
    select: { name: true },
    orderBy: { position: 'asc' },
  })
  return { members, contacts: contacts.map(({ name }) => name) }
}
