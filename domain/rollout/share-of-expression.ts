import { compileExpression } from '../toggle/compile-expression.ts'
import { evaluationContext } from '../toggle/evaluation-context.ts'
import type { Argument, Expression } from '../toggle/expression.ts'

const LONG_AGO = 0
const FAR_AHEAD = Date.UTC(2200, 0, 1)
const KEY = 'anything'
const CONSTANTS = new Set(['All', 'Any', 'Boolean', 'Number', 'String', 'Percentage', 'Time'])

/**
 * The largest share of actors that an expression can let in by itself, 0 to 100: what
 * `PercentageOfActors` says, the most of an `Any`, the least that is known of an `All`; else all where
 * it holds for a stranger of whom nothing is known, at any time and whatever the dice show. Null for
 * one that asks for who somebody is: nobody can count whom it lets in.
 */
export function shareOfExpression(expression: Expression): number | null {
  const [call] = Object.entries(expression)
  if (!call) return 0
  const [name, given] = call
  if (name === 'Any') return mostOf(given.map(shareOfArgument))
  if (name === 'All') return leastOf(given.map(shareOfArgument))
  const percentage = given[1]
  if (name === 'PercentageOfActors' && typeof percentage === 'number') {
    return Math.min(100, Math.max(0, percentage))
  }
  if (holdsForStranger(expression)) return 100
  return isConstant(expression) ? 0 : null
}

function mostOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null)
  return known.length < shares.length && !known.includes(100) ? null : Math.max(0, ...known)
}

function leastOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function shareOfArgument(argument: Argument): number | null {
  if (typeof argument === 'object') return shareOfExpression(argument)
  return shareOfExpression({ Boolean: [argument] })
}

/** Whether it answers the same whoever asks, and whenever. */
function isConstant(expression: Expression): boolean {
  return Object.entries(expression).every(
    ([name, given]) =>
      CONSTANTS.has(name) && given.every((one) => typeof one !== 'object' || isConstant(one)),
  )
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
