import type { Argument, Expression } from './expression.ts'

/** What an expression's answer depends on beside its constants. */
export interface ExpressionReads {
  readonly properties: ReadonlySet<string>
  readonly features: ReadonlySet<string>
  readonly clock: boolean
}

/**
 * Finds what an expression reads: properties and other toggles by name, and the clock. A name that
 * is itself computed cannot be told beforehand and counts as `flipper_id`, the cautious guess.
 */
export function expressionReads(expression: Expression | null): ExpressionReads {
  const properties = new Set<string>()
  const features = new Set<string>()
  let clock = false
  const visit = (argument: Argument): void => {
    if (typeof argument !== 'object') return
    for (const [name, args] of Object.entries<readonly Argument[]>(argument)) {
      const [first] = args
      if (name === 'Now') clock = true
      if (name === 'Property') properties.add(typeof first === 'string' ? first : 'flipper_id')
      if (name === 'FeatureEnabled' && typeof first === 'string') features.add(first)
      args.forEach(visit)
    }
  }
  if (expression !== null) visit(expression)
  return { properties, features, clock }
}
