import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/**
 * The team that something new belongs to: the one named, else the actor's own first team, else (for
 * a service account or the system) the first there is.
 *
 * @throws Refused `invalid` for an unknown slug.
 */
export async function teamOf(
  tx: Db,
  actor: Actor,
  slug?: string,
): Promise<{ id: string; slug: string }> {
  const own = actor.kind === 'person' ? actor.memberships.map(({ teamId }) => teamId) : []
  const where = slug !== undefined ? { slug } : own.length > 0 ? { id: { in: own } } : {}
  const team = await tx.team.findFirst({
    where,
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true },
  })
  if (team) return team
  throw new Refused({
    code: 'invalid',
    errors: [{ path: 'team', message: `There is no team "${slug ?? ''}".` }],
  })
}
