import type { CompiledExpression, Trail } from '../compile-expression.ts'
import type { EvaluationContext } from '../evaluation-context.ts'

/**
 * Whether the expression holds for any of the actors, or for nobody in particular when there is
 * none. Only false and nothing count as no, as in Ruby: 0 and the empty text are a yes.
 */
export function expressionOpens(
  expression: CompiledExpression,
  context: EvaluationContext,
  trail: Trail,
): boolean {
  if (context.actorIds.length === 0) return holds(expression(context, null, trail))
  for (const id of context.actorIds) if (holds(expression(context, id, trail))) return true
  return false
}

function holds(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined
}
