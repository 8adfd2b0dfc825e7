import type { StatePatch, ToggleState } from './state.ts'

/** The gates that a flip can clear, by their names in JSON. */
type ClearedGate = Exclude<keyof StatePatch, 'boolean'>

/**
 * The gates that a patch clears without naming them: a `boolean` in it is Flipper's enable or
 * disable, which closes every other gate first.
 *
 * @returns their names in JSON, in their fixed order; none where nothing that was set is lost.
 */
export function clearedGates(state: ToggleState, patch: StatePatch): ClearedGate[] {
  if (patch.boolean === undefined) return []
  const set: readonly [ClearedGate, boolean][] = [
    ['actors', state.actors.length > 0],
    ['groups', state.groups.length > 0],
    ['percentage_of_actors', (state.percentageOfActors ?? 0) > 0],
    ['percentage_of_time', (state.percentageOfTime ?? 0) > 0],
    ['expression', state.expression !== null],
  ]
  return set.flatMap(([gate, isSet]) => (isSet && patch[gate] === undefined ? [gate] : []))
}
