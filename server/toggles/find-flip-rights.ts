import type { Actor } from '../../domain/actor.ts'
import { may, whoMay } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** What somebody may do to a toggle in one environment, checks aside. */
export interface FlipRights {
  readonly widen: boolean
  readonly narrow: boolean
  readonly override: boolean
  /** Who may, as phrases. */
  readonly widened_by: string
  readonly narrowed_by: string
}

/**
 * What the actor may do to a toggle, by environment key, so that a page shows no control that its
 * reader can never use.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findFlipRights(
  actor: Actor,
  toggle: string,
): Promise<ReadonlyMap<string, FlipRights>> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const row = await db().toggle.findUnique({ where: { key: toggle }, select: { teamId: true } })
  if (!row) throw new Refused({ code: 'not_found', what: 'toggle', key: toggle })
  const environments = await db().environment.findMany({
    select: { key: true, protected: true },
    orderBy: { position: 'asc' },
  })
  return new Map(
    environments.map((environment) => [
      environment.key,
      rightsIn(actor, row.teamId, environment.protected),
    ]),
  )
}

function rightsIn(actor: Actor, teamId: string, isProtected: boolean): FlipRights {
  const widening = isProtected ? 'flip.widen_protected' : 'flip.unprotected'
  const narrowing = isProtected ? 'flip.narrow_protected' : 'flip.unprotected'
  return {
    widen: may(actor, widening, teamId),
    narrow: may(actor, narrowing, teamId),
    override: isProtected && may(actor, 'flip.override', teamId),
    widened_by: whoMay(widening),
    narrowed_by: whoMay(narrowing),
  }
}
