import type { Membership } from '../../domain/actor.ts'
import { ROLES } from '../../domain/actor.ts'
import { disciplinesOfRole } from '../../domain/roll-call/discipline-of-role.ts'
import { type Discipline, isDiscipline } from '../../domain/roll-call/disciplines.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'
import type { Speaker } from '../../domain/roll-call/roster.ts'
import { samePerson } from '../../domain/roll-call/same-person.ts'
import { disciplinesOf } from '../../domain/roll-call/speaks-for.ts'
import type { Db } from '../db.ts'

/**
 * Who can speak for each discipline in a meeting about a plan: the team's members whose roles the
 * round's policy lets, then the plan's contacts by theirs, everybody once a discipline.
 */
export async function meetingSpeakers(
  tx: Db,
  plan: { readonly id: string; readonly teamId: string },
  policy: Pick<Policy, 'rules'>,
): Promise<Map<Discipline, Speaker[]>> {
  const memberships = await tx.membership.findMany({
    where: { teamId: plan.teamId, revoked: false, person: { disabled: false } },
    select: { role: true, discipline: true, person: { select: { id: true, name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
  })
  const contacts = await tx.contact.findMany({
    where: { planId: plan.id },
    select: { name: true, role: true },
    orderBy: { position: 'asc' },
  })
  const speakers = new Map<Discipline, Speaker[]>()
  const add = (disciplines: readonly Discipline[], speaker: Speaker) => {
    for (const discipline of disciplines) {
      const known = speakers.get(discipline) ?? []
      if (!known.some((one) => samePerson(one, speaker))) {
        speakers.set(discipline, [...known, speaker])
      }
    }
  }
  for (const { person, ...membership } of memberships) add(spokenFor(membership, policy), person)
  for (const { name, role } of contacts) add(disciplinesOfRole(role ?? ''), { id: null, name })
  return speakers
}

function spokenFor(
  row: { role: string; discipline: string | null },
  policy: Pick<Policy, 'rules'>,
): readonly Discipline[] {
  const role = ROLES.find((known): known is Membership['role'] => known === row.role)
  if (role === undefined) return []
  const discipline = row.discipline !== null && isDiscipline(row.discipline) ? row.discipline : null
  return disciplinesOf({ role, discipline }, policy)
}
