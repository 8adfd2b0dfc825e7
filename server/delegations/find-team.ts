import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/**
 * A team by its slug.
 *
 * @throws Refused `not_found`.
 */
export async function findTeam(tx: Db, slug: string): Promise<{ id: string; slug: string }> {
  const team = await tx.team.findUnique({ where: { slug }, select: { id: true, slug: true } })
  if (!team) throw new Refused({ code: 'not_found', what: 'team', key: slug })
  return team
}
