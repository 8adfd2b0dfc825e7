import { createHash } from 'node:crypto'
import { stateToJson, type ToggleState } from '../toggle/state.ts'

/**
 * A state as a Flipper server means it: a percentage of 0 is one that is not set, since taking a
 * percentage away leaves "0" there.
 */
export function asThere(state: ToggleState): ToggleState {
  return {
    ...state,
    percentageOfActors: state.percentageOfActors === 0 ? null : state.percentageOfActors,
    percentageOfTime: state.percentageOfTime === 0 ? null : state.percentageOfTime,
  }
}

/** A short SHA-256 (96 bits, hex) of what a state means there: a mark to know it by, without its named actors. */
export function markOf(state: ToggleState): string {
  return createHash('sha256')
    .update(JSON.stringify(stateToJson(asThere(state))))
    .digest('hex')
    .slice(0, 24)
}

/** Whether two states mean the same to a Flipper server. */
export function isSameThere(left: ToggleState, right: ToggleState): boolean {
  return markOf(left) === markOf(right)
}
