import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { stalenessOf } from '../../domain/toggle/staleness.ts'
import { db } from '../db.ts'
import { environmentState } from './environment-state.ts'
import { plansNaming, TOGGLE_SHOWN, type ToggleRow } from './find-toggles.ts'
import { findUses, type ToggleUse } from './find-uses.ts'

export interface ToggleDetail extends ToggleRow {
  readonly team_name: string
  readonly actor_type: string
  readonly off_is_dangerous: boolean
  readonly created_at: string
  /** Who asks evaluation for it, newest first. */
  readonly asked: readonly ToggleUse[]
}

/**
 * One toggle with its state in every environment.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findToggle(actor: Actor, key: string): Promise<ToggleDetail> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const row = await db().toggle.findUnique({
    where: { key },
    select: {
      ...TOGGLE_SHOWN,
      id: true,
      team: { select: { id: true, slug: true, name: true } },
      actorType: true,
      offIsDangerous: true,
      createdAt: true,
    },
  })
  if (!row) throw new Refused({ code: 'not_found', what: 'toggle', key })
  const [plans, asked] = await Promise.all([plansNaming([key]), findUses(db(), row.id)])
  const seesActors = may(actor, 'actors.read', row.team.id)
  const environments = row.toggleStates.map((state) => environmentState(state, seesActors))
  return {
    key: row.key,
    description: row.description,
    team: row.team.slug,
    team_name: row.team.name,
    archived: row.archived,
    actor_type: row.actorType,
    off_is_dangerous: row.offIsDangerous,
    created_at: row.createdAt.toISOString(),
    plans: plans.get(key) ?? [],
    environments,
    asked,
    last_asked_at: asked.find(({ alone }) => alone)?.last_asked_at ?? null,
    stale: row.archived ? null : stalenessOf(environments, new Date()),
  }
}
