import { bucketSeed } from './bucket.ts'
import type { AskToggle, CompiledExpression, Trail } from './compile-expression.ts'
import { compileExpression } from './compile-expression.ts'
import type { EvaluationContext, Gate } from './evaluation-context.ts'
import { actorsOpen } from './gates/actors.ts'
import { booleanOpens } from './gates/boolean.ts'
import { expressionOpens } from './gates/expression.ts'
import { groupsOpen } from './gates/groups.ts'
import { percentageOfActorsOpens } from './gates/percentage-of-actors.ts'
import { percentageOfTimeOpens } from './gates/percentage-of-time.ts'
import type { ToggleState } from './state.ts'

/** A toggle ready to be asked: gives the gate that opened, or null when none did. */
export type CompiledToggle = (context: EvaluationContext, parent?: Trail) => Gate | null

/** One toggle as evaluation needs it. */
export interface EvaluatedToggle {
  readonly key: string
  readonly state: ToggleState
}

/**
 * Turns a toggle into a function that asks only the gates that are set, in Flipper's order, and
 * allocates nothing for a percentage. `ask` answers `FeatureEnabled` for other toggles.
 */
export function compileToggle({ key, state }: EvaluatedToggle, ask: AskToggle): CompiledToggle {
  if (booleanOpens(state.boolean)) return () => 'boolean'
  const top: Trail = { key, parent: null }
  const expression: CompiledExpression | null =
    state.expression === null ? null : compileExpression(key, state.expression, ask)
  const actors = new Set(state.actors)
  const groups = new Set(state.groups)
  const ofActors = state.percentageOfActors ?? 0
  const seed = ofActors > 0 ? bucketSeed(key) : null
  const ofTime = state.percentageOfTime ?? 0

  return (context, parent) => {
    if (expression !== null) {
      const trail = parent === undefined ? top : { key, parent }
      if (expressionOpens(expression, context, trail)) return 'expression'
    }
    if (actors.size > 0 && actorsOpen(actors, context.actorIds)) return 'actors'
    if (seed !== null && percentageOfActorsOpens(seed, ofActors, context.draw))
      return 'percentage_of_actors'
    if (ofTime > 0 && percentageOfTimeOpens(ofTime, context.random)) return 'percentage_of_time'
    if (groups.size > 0 && groupsOpen(groups, context.actorIds, context.groups)) return 'groups'
    return null
  }
}
