import type { Actor } from '../../domain/actor.ts'
import { findStages, type ListedStage } from './find-stages.ts'
import type { RolloutView } from './rollout-view.ts'

/** One toggle's way through the stages of a plan, in each environment where stages are run. */
export interface ToggleRollouts {
  readonly stages: readonly ListedStage[]
  /** By the key of the environment. */
  readonly rollouts: ReadonlyMap<string, RolloutView>
}

/**
 * Where a toggle stands in the stages of a plan that names it; nothing where the plan lists none.
 *
 * @throws Refused `forbidden`, `not_found` for the plan.
 */
export async function findToggleRollout(
  actor: Actor,
  slug: string,
  toggle: string,
): Promise<ToggleRollouts> {
  const { stages, rollouts } = await findStages(actor, slug, toggle)
  const own = stages.length === 0 ? [] : rollouts.filter((rollout) => rollout.toggle === toggle)
  return { stages, rollouts: new Map(own.map((rollout) => [rollout.environment, rollout])) }
}
