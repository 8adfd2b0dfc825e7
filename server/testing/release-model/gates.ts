import type { Expression } from '../../../domain/toggle/expression.ts'
import type { StatePatch, ToggleState } from '../../../domain/toggle/state.ts'

/** The two expressions of the model: whoever is a beta reader, and whoever works in claims. */
export const BETA: Expression = { Property: ['beta'] }
export const CLAIMS: Expression = { Property: ['claims'] }

export const CLOSED: ToggleState = {
  boolean: false,
  actors: [],
  groups: [],
  percentageOfActors: null,
  percentageOfTime: null,
  expression: null,
}

/** What a patch makes of a state, by the contract's words: a boolean clears the other gates first. */
export function patched(state: ToggleState, patch: StatePatch): ToggleState {
  const base = patch.boolean === undefined ? state : { ...CLOSED, boolean: patch.boolean }
  return {
    boolean: base.boolean,
    actors: 'actors' in patch ? [...(patch.actors ?? [])].sort() : base.actors,
    groups: 'groups' in patch ? [...(patch.groups ?? [])].sort() : base.groups,
    percentageOfActors:
      'percentage_of_actors' in patch
        ? (patch.percentage_of_actors ?? null)
        : base.percentageOfActors,
    percentageOfTime:
      'percentage_of_time' in patch ? (patch.percentage_of_time ?? null) : base.percentageOfTime,
    expression: 'expression' in patch ? (patch.expression ?? null) : base.expression,
  }
}

/** A state as a text, to compare by. */
export function written(state: ToggleState): string {
  const { boolean, actors, groups, percentageOfActors, percentageOfTime, expression } = state
  return JSON.stringify([boolean, actors, groups, percentageOfActors, percentageOfTime, expression])
}

/** The share of actors that a plan's stages count: all where one gate lets everybody in. */
export function shareOf(state: ToggleState): number {
  return state.boolean ? 100 : Math.max(state.percentageOfActors ?? 0, state.percentageOfTime ?? 0)
}

/** Whether it newly lets in a group or readers whom nobody can count as a share of people. */
export function letsInUncounted(before: ToggleState, after: ToggleState): boolean {
  if (shareOf(before) === 100 || shareOf(after) === 100) return false
  const readers = ({ expression }: ToggleState) =>
    [BETA, CLAIMS].filter((one) => JSON.stringify(expression).includes(JSON.stringify(one)))
  return (
    after.groups.some((group) => !before.groups.includes(group)) ||
    readers(after).some((one) => !readers(before).includes(one))
  )
}

/** Whether it is wholly open, as Flipper says "on"; 100 % of actors is not. */
export function isOn(state: ToggleState): boolean {
  return state.boolean || state.percentageOfTime === 100
}

/** Whether no gate is set to anything. */
export function isOff(state: ToggleState): boolean {
  return (
    written({
      ...state,
      percentageOfActors: state.percentageOfActors || null,
      percentageOfTime: state.percentageOfTime || null,
    }) === written(CLOSED)
  )
}
