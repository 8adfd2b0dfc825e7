import { compileExpression } from '../toggle/compile-expression.ts'
import { evaluationContext } from '../toggle/evaluation-context.ts'
import type { Argument, Expression } from '../toggle/expression.ts'

const LONG_AGO = 0
const FAR_AHEAD = Date.UTC(2200, 0, 1)
const KEY = 'anything'

/**
 * The share of actors that an expression may let in by itself, 0 to 100: what `PercentageOfActors`
 * says, the most of an `Any`, the least of an `All`; else all where it holds for a stranger of whom
 * nothing is known, at any time and whatever the dice show. One that asks for who somebody is counts
 * as none, like named actors and groups.
 */
export function shareOfExpression(expression: Expression): number {
  const [call] = Object.entries(expression)
  if (!call) return 0
  const [name, given] = call
  if (name === 'Any') return Math.max(0, ...given.map(shareOfArgument))
  if (name === 'All') return Math.min(100, ...given.map(shareOfArgument))
  const percentage = given[1]
  if (name === 'PercentageOfActors' && typeof percentage === 'number') {
    return Math.min(100, Math.max(0, percentage))
  }
  return holdsForStranger(expression) ? 100 : 0
}

function shareOfArgument(argument: Argument): number {
  if (typeof argument === 'object') return shareOfExpression(argument)
  return shareOfExpression({ Boolean: [argument] })
}

function holdsForStranger(expression: Expression): boolean {
  const holds = compileExpression(KEY, expression, () => true)
  return [LONG_AGO, FAR_AHEAD].some((now) =>
    [0, 0.999_999].some((dice) => {
      const context = evaluationContext({ actorIds: ['a stranger'], now, random: () => dice })
      return Boolean(holds(context, 'a stranger', { key: KEY, parent: null }))
    }),
  )
}
