import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { ownTeams } from '../home/own-teams.ts'
import { findDelegations, type TeamDelegations } from './find-delegations.ts'

/** One of somebody's teams, with who speaks in whose place there. */
export interface OwnDelegations extends TeamDelegations {
  readonly team: { readonly slug: string; readonly name: string }
}

/**
 * Who speaks in whose place in each of somebody's teams, by name.
 *
 * @throws Refused `forbidden`.
 */
export async function findOwnDelegations(actor: Actor): Promise<OwnDelegations[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const teams = await db().team.findMany({
    where: { id: { in: ownTeams(actor) } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
  const found: OwnDelegations[] = []
  for (const team of teams) found.push({ team, ...(await findDelegations(actor, team.slug)) })
  return found
}
