import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

interface Choice {
  readonly slug: string
  readonly name: string
}

/**
 * The teams that own a toggle and the plans that name one: what a list of toggles can be narrowed
 * to, with whether there is any toggle at all.
 *
 * @throws Refused `forbidden`.
 */
export async function findFilterChoices(
  actor: Actor,
): Promise<{ teams: Choice[]; plans: Choice[]; toggles: number }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const [teams, plans, toggles] = await Promise.all([
    db().team.findMany({
      where: { toggles: { some: {} } },
      select: { slug: true, name: true },
      orderBy: { name: 'asc' },
    }),
    db().plan.findMany({
      where: { planToggles: { some: { toggleId: { not: null } } } },
      select: { slug: true, title: true },
      orderBy: { title: 'asc' },
      take: 200,
    }),
    db().toggle.count(),
  ])
  return { teams, plans: plans.map(({ slug, title }) => ({ slug, name: title })), toggles }
}
