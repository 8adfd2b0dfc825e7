import type { ToggleState } from '../../../domain/toggle/state.ts'
import { CLOSED } from './gates.ts'

/** A state with at most this share of actors and of the time; one that was on keeps that share alone. */
export function narrowed(state: ToggleState, share: number): ToggleState {
  if (state.boolean) return { ...CLOSED, percentageOfActors: share }
  const most = (now: number | null) => (now === null ? null : Math.min(now, share))
  return {
    ...state,
    percentageOfActors: most(state.percentageOfActors),
    percentageOfTime: most(state.percentageOfTime),
  }
}
