import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { ownTeams } from '../home/own-teams.ts'

/**
 * The teams whose policy can be read, one's own first, then by name.
 *
 * @throws Refused `forbidden`.
 */
export async function findPolicyTeams(
  actor: Actor,
): Promise<{ readonly slug: string; readonly name: string }[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const mine = new Set(ownTeams(actor))
  const teams = await db().team.findMany({
    select: { id: true, slug: true, name: true },
    orderBy: { name: 'asc' },
  })
  return teams
    .sort((one, other) => Number(mine.has(other.id)) - Number(mine.has(one.id)))
    .map(({ slug, name }) => ({ slug, name }))
}
