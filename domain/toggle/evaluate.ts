import type { AskToggle } from './compile-expression.ts'
import { compileToggle, type EvaluatedToggle } from './compile-toggle.ts'
import type { EvaluationContext, Gate } from './evaluation-context.ts'

/** The answer to "is this toggle on for this context", with the gate that opened as the reason. */
export interface Evaluation {
  readonly enabled: boolean
  readonly gate: Gate | null
}

/**
 * Evaluates one toggle for a context with Flipper's meaning: gates are asked in the order boolean,
 * expression, actors, percentage of actors, percentage of time, groups; the first that opens
 * decides; there is no deny. `ask` answers `FeatureEnabled` for other toggles, else they are off.
 * To ask the same toggle often, compile it once (`compileToggle`, `compileRuleset`).
 */
export function evaluate(
  toggle: EvaluatedToggle,
  context: EvaluationContext,
  ask: AskToggle = () => false,
): Evaluation {
  const gate = compileToggle(toggle, ask)(context)
  return { enabled: gate !== null, gate }
}
