import { listed } from '../../audit/phrases.ts'
import type { ToggleState } from '../../toggle/state.ts'
import { type CheckSeen, seen } from '../check.ts'
import type { RolloutStanding } from '../rollout-standing.ts'
import { startsByHand } from '../stage-key.ts'
import { shareOfActors, stagedRolloutDetail, uncountedReach } from '../staged-rollout.ts'

/** What the check knows of the plan and of where its rollout is. */
export interface StagedRolloutFacts {
  readonly before: ToggleState
  readonly after: ToggleState
  readonly offIsDangerous: boolean
  readonly plan: {
    readonly stagedRollout: {
      readonly required: boolean | null
      readonly percentages: readonly number[]
    }
  } | null
  readonly rollout: RolloutStanding | null
}

/** The flip goes no further than the plan's next stage, and lets in nobody whom no stage is for. */
export function stagedRolloutCheck(facts: StagedRolloutFacts): CheckSeen {
  const { before, after, plan } = facts
  const uncounted = uncountedByStages(facts)
  if (uncounted !== null) {
    const { passed, detail } = uncounted
    return seen('staged_rollout', passed, detail, STARTED_FOR_THEM)
  }
  const staged = plan?.stagedRollout ?? { required: false, percentages: [] }
  const { passed, detail } = stagedRolloutDetail(
    staged,
    shareOfActors(before),
    shareOfActors(after),
  )
  return seen('staged_rollout', passed, detail, 'a tech lead, by going to the next stage first')
}

const STARTED_FOR_THEM =
  'a tech lead or program manager, by starting a stage of the plan without a percentage for them'

/**
 * What the stages say to letting in whom nobody can count as a share of people: such people belong to a
 * stage without a percentage ("internal users") that a person started. Null where it lets in
 * nobody like that, where no stages hold the rollout, and where the share rises besides.
 */
function uncountedByStages({ before, after, plan, rollout, offIsDangerous }: StagedRolloutFacts) {
  const staged = plan?.stagedRollout
  const isHeld =
    staged?.required === true || (staged?.required === null && staged.percentages.length > 0)
  const reach = isHeld && !offIsDangerous ? uncountedReach(before, after) : []
  if (reach.length === 0) return null
  const current = rollout?.current
  if (current?.state !== 'running' || !startsByHand(current.stage)) {
    const detail = `Nobody can count ${listed(reach)} as a share of people, so no percentage of the plan covers it.`
    return { passed: false, detail }
  }
  if (shareOfActors(after) > shareOfActors(before)) return null
  return { passed: true, detail: `“${current.stage.label}” runs, and lets in ${listed(reach)}.` }
}
