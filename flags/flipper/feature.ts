import { stateWord, type ToggleState } from '../../domain/toggle/state.ts'

/** How much of a feature an answer tells, as Flipper's `exclude_gates` and `exclude_gate_names` say. */
export interface Detail {
  readonly gates: boolean
  readonly gateNames: boolean
}

/**
 * A toggle as Flipper's API writes a feature: gates in a fixed order, a boolean as "true" or null,
 * percentages as texts or null.
 */
export function featureOf(key: string, state: ToggleState, detail: Detail): object {
  const word = stateWord(state)
  if (!detail.gates) return { key, state: word }
  const gates = gatesOf(state).map(([gate, value, name]) =>
    detail.gateNames ? { key: gate, value, name } : { key: gate, value },
  )
  return { key, state: word, gates }
}

function gatesOf(state: ToggleState): readonly (readonly [string, unknown, string])[] {
  return [
    ['boolean', state.boolean ? 'true' : null, 'boolean'],
    ['expression', state.expression, 'expression'],
    ['actors', state.actors, 'actor'],
    ['percentage_of_actors', percentage(state.percentageOfActors), 'percentage_of_actors'],
    ['percentage_of_time', percentage(state.percentageOfTime), 'percentage_of_time'],
    ['groups', state.groups, 'group'],
  ]
}

function percentage(value: number | null): string | null {
  return value === null ? null : String(value)
}
