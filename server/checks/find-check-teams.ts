import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** The teams by name, the asker's own first. */
export async function findCheckTeams(actor: Actor): Promise<{ slug: string; name: string }[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const own = actor.kind === 'person' ? actor.memberships.map(({ teamId }) => teamId) : []
  const teams = await db().team.findMany({ orderBy: { name: 'asc' } })
  return teams
    .toSorted((one, other) => Number(own.includes(other.id)) - Number(own.includes(one.id)))
    .map(({ slug, name }) => ({ slug, name }))
}
