import type { ToggleState } from '../toggle/state.ts'
import { shareOfExpression } from './share-of-expression.ts'

/** The share of actors a state may let in, 0 to 100: 100 where a gate can let everybody in. */
export function shareOfActors(state: ToggleState): number {
  if (state.boolean) return 100
  const byExpression = state.expression === null ? 0 : shareOfExpression(state.expression)
  return Math.max(state.percentageOfActors ?? 0, state.percentageOfTime ?? 0, byExpression)
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
