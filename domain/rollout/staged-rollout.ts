import { directionOf } from '../toggle/direction.ts'
import { OFF, type ToggleState } from '../toggle/state.ts'
import { shareOfExpression } from './share-of-expression.ts'

/** The share of actors a state may let in, 0 to 100: 100 where a gate can let everybody in. */
export function shareOfActors(state: ToggleState): number {
  if (state.boolean) return 100
  const byExpression = state.expression === null ? 0 : (shareOfExpression(state.expression) ?? 0)
  return Math.max(state.percentageOfActors ?? 0, state.percentageOfTime ?? 0, byExpression)
}

/**
 * What a flip newly lets in of whom nobody can say which share of people they are: groups, of which
 * only the name is known, and an expression that asks who somebody is. Phrases; none where whoever
 * they are was in already or everybody is after it. Named actors are counted one by one.
 */
export function uncountedReach(before: ToggleState, after: ToggleState): string[] {
  if (shareOfActors(before) >= 100 || shareOfActors(after) >= 100) return []
  const groups = after.groups.filter((group) => !before.groups.includes(group))
  return [
    ...groups.map((group) => `the group “${group}”`),
    ...(widensByExpression(before, after) ? ['the expression'] : []),
  ]
}

function widensByExpression({ expression: from }: ToggleState, { expression: to }: ToggleState) {
  if (to === null || shareOfExpression(to) !== null) return false
  const alone = (expression: ToggleState['expression']) => ({ ...OFF, expression })
  return ['widens', 'both'].includes(directionOf(alone(from), alone(to), { offIsDangerous: false }))
}

/**
 * Whether a flip goes no further than the plan's next stage. A plan that declined staging and lists
 * no stages lets any share through; one that lists stages is held to them unless it declined.
 *
 * @param staged the plan's answer and the percentages of its stages, in the plan's order.
 * @param from the share before the flip, 0 to 100; `to` the share after.
 */
export function stagedRolloutDetail(
  staged: { readonly required: boolean | null; readonly percentages: readonly number[] },
  from: number,
  to: number,
): { readonly passed: boolean; readonly detail: string } {
  if (staged.required === false) {
    return { passed: true, detail: 'The plan answers that no staged rollout is needed.' }
  }
  const stages = [...new Set(staged.percentages)].sort((a, b) => a - b)
  if (stages.length === 0) {
    return staged.required === true
      ? {
          passed: false,
          detail: 'The plan needs a staged rollout and lists no stage with a percentage.',
        }
      : { passed: true, detail: 'The plan lists no stages.' }
  }
  const next = stages.find((percentage) => percentage > from)
  if (to <= from) return { passed: true, detail: 'The share of actors does not rise.' }
  if (next === undefined) {
    return {
      passed: false,
      detail: `The plan's last stage, ${stages.at(-1)} %, is reached already.`,
    }
  }
  return to <= next
    ? { passed: true, detail: `The next stage of the plan is ${next} %.` }
    : {
        passed: false,
        detail: `The next stage of the plan is ${next} %; ${to} % would go past it.`,
      }
}
