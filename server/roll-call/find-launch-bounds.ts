import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'

/** What a launch of a plan can be bounded by. */
export interface LaunchChoices {
  readonly environments: readonly { readonly key: string; readonly name: string }[]
  /** The stages of the plan's present text that name a percentage, in its order. */
  readonly stages: readonly { readonly label: string; readonly percentage: number }[]
}

/**
 * The protected environments and the plan's stages: where and how far a launch can be let.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findLaunchBounds(actor: Actor, slug: string): Promise<LaunchChoices> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  await warmPlan(slug)
  return db().$transaction(async (tx) => {
    const plan = await tx.plan.findUnique({ where: { slug }, select: { id: true } })
    if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
    const { reading } = await planText(tx, plan.id)
    const environments = await tx.environment.findMany({
      where: { protected: true },
      select: { key: true, name: true },
      orderBy: { position: 'asc' },
    })
    const stages = reading.stages.flatMap(({ label, percentage }) =>
      percentage === null || percentage === 0 ? [] : [{ label, percentage }],
    )
    return { environments, stages }
  })
}
