import type { Membership, PersonActor } from '../../actor.ts'

export const TEAM = 'benefits-portal'

/** A person of the cast, as an actor of the team Benefits Portal, signed in on a page. */
export function person(
  id: string,
  name: string,
  role: Membership['role'],
  discipline: Membership['discipline'] = null,
): PersonActor {
  return {
    kind: 'person',
    id,
    name,
    memberships: [{ teamId: TEAM, role, discipline }],
    authenticatedAt: null,
    tokenId: null,
    origin: { requestId: 'request', via: 'page', address: null, idempotency: null },
  }
}

export const priya = person('priya', 'Priya Raman', 'program_manager')
export const tomas = person('tomas', 'Tomás Ibarra', 'tech_lead')
export const grace = person('grace', 'Grace Okafor', 'government_lead')
export const ben = person('ben', 'Ben Castellano', 'discipline_lead', 'backend')
export const fern = person('fern', 'Fern Lindqvist', 'discipline_lead', 'frontend')
export const victor = person('victor', 'Victor Nyman', 'viewer')
export const alma = person('alma', 'Alma Reyes', 'administrator')

/** Members of the team as a command knows them. */
export const members = [priya, tomas, grace, ben, fern, victor, alma].map(({ id, name }) => ({
  id,
  name,
}))
