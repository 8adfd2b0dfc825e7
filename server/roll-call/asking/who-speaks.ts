import type { PersonActor } from '../../../domain/actor.ts'
import type { Discipline } from '../../../domain/roll-call/disciplines.ts'
import type { Policy } from '../../../domain/roll-call/policy.ts'
import { speaksFor } from '../../../domain/roll-call/speaks-for.ts'
import { ACTOR_PERSON, delegationsOf, membershipsOf } from '../../access/memberships.ts'
import { systemActor } from '../../access/system-actor.ts'
import type { Db } from '../../db.ts'

interface Somebody {
  readonly id: string
  readonly name: string
}

/**
 * The people who speak for each discipline of a team under a policy at this moment: by their role,
 * or in another's place. By the same rule that a sign-off asks.
 */
export async function whoSpeaks(
  tx: Db,
  { teamId, policy, now }: { readonly teamId: string; readonly policy: Policy; readonly now: Date },
): Promise<ReadonlyMap<Discipline, readonly Somebody[]>> {
  const inTeam = { teamId, revoked: false }
  const rows = await tx.person.findMany({
    where: { disabled: false, memberships: { some: inTeam } },
    select: ACTOR_PERSON,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const { origin } = systemActor()
  const speakers = new Map<Discipline, Somebody[]>()
  for (const { id, name, memberships, delegationsTo } of rows) {
    const person: PersonActor = {
      kind: 'person',
      id,
      name,
      memberships: membershipsOf(memberships),
      delegations: delegationsOf(delegationsTo, now),
      authenticatedAt: null,
      tokenId: null,
      origin,
    }
    for (const discipline of speaksFor(person, teamId, policy)) {
      speakers.set(discipline, [...(speakers.get(discipline) ?? []), { id, name }])
    }
  }
  return speakers
}
