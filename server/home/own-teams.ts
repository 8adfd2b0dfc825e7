import type { Actor } from '../../domain/actor.ts'

/** The ids of the teams that somebody belongs to; none for who is no person. */
export function ownTeams(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.memberships.map(({ teamId }) => teamId))]
}
