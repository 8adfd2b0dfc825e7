import type { ToggleRollouts } from '../../../../server/rollout/find-toggle-rollout.ts'

/** What a section of the page shows of a plan's stages; null where the plan has none there. */
export function standingOf(
  plan: string | undefined,
  staged: ToggleRollouts | null,
  environment: string,
) {
  const rollout = staged?.rollouts.get(environment)
  return plan && staged && rollout ? { plan, rollout, stages: staged.stages } : null
}
