import type { Actor, HeldDelegation, Membership, PersonActor } from '../actor.ts'
import { DISCIPLINES, type Discipline } from './disciplines.ts'
import { defaultPolicy, type Policy, type SpeakerRole } from './policy.ts'

/** The disciplines that somebody speaks for by one of their roles in a team, under its policy. */
export function disciplinesOf(
  { role, discipline: own }: Pick<Membership, 'role' | 'discipline'>,
  policy: Pick<Policy, 'rules'> = defaultPolicy,
): readonly Discipline[] {
  const isSpeaker = role === 'program_manager' || role === 'tech_lead' || role === 'government_lead'
  const me: SpeakerRole | null = isSpeaker ? role : own
  if (me === null) return []
  return DISCIPLINES.filter((discipline) => policy.rules[discipline].speakers.includes(me))
}

type Rules = Pick<Policy, 'rules'>

/** The disciplines that a person's own roles speak for, in this team and under its policy. */
export function ownDisciplines(
  memberships: readonly Membership[],
  teamId: string,
  policy: Rules = defaultPolicy,
): readonly Discipline[] {
  const mine = memberships.filter((membership) => membership.teamId === teamId)
  const all = mine.flatMap((membership) => disciplinesOf(membership, policy))
  return DISCIPLINES.filter((discipline) => all.includes(discipline))
}

/**
 * The disciplines that this actor speaks for, in this team and under its policy: their own, and
 * those that others, who still have them, let them speak for.
 */
export function speaksFor(
  actor: Actor,
  teamId: string,
  policy: Rules = defaultPolicy,
): readonly Discipline[] {
  if (actor.kind !== 'person') return []
  const own = ownDisciplines(actor.memberships, teamId, policy)
  const held = heldOf(actor, teamId, policy).map(({ discipline }) => discipline)
  return DISCIPLINES.filter((discipline) => own.includes(discipline) || held.includes(discipline))
}

/** The delegation by which this actor speaks for a discipline; null when it is their own, or not theirs. */
export function delegationFor(
  actor: Actor,
  teamId: string,
  discipline: Discipline,
  policy: Rules = defaultPolicy,
): HeldDelegation | null {
  if (actor.kind !== 'person') return null
  if (ownDisciplines(actor.memberships, teamId, policy).includes(discipline)) return null
  return heldOf(actor, teamId, policy).find((held) => held.discipline === discipline) ?? null
}

function heldOf(actor: PersonActor, teamId: string, policy: Rules): readonly HeldDelegation[] {
  return (actor.delegations ?? []).filter(
    ({ teamId: of, discipline, from }) =>
      of === teamId && ownDisciplines(from.memberships, teamId, policy).includes(discipline),
  )
}
