import { OFF, type ToggleState } from './state.ts'

/** How far many toggles are narrowed at once: all the way, or to a share below 100 %. */
export type NarrowTarget = 'off' | { readonly percentage: number }

/**
 * A state narrowed so that nobody comes in: off, or at most this share of actors and of the time.
 * Whoever is named, is in a group or meets the expression stays where only the share is lowered; a
 * toggle that was on for everybody keeps that share of actors and nobody else.
 */
export function narrowTo(state: ToggleState, target: NarrowTarget): ToggleState {
  if (target === 'off') return OFF
  const { percentage } = target
  if (state.boolean) return { ...OFF, percentageOfActors: percentage }
  const atMost = (share: number | null) => (share === null ? null : Math.min(share, percentage))
  return {
    ...state,
    percentageOfActors: atMost(state.percentageOfActors),
    percentageOfTime: atMost(state.percentageOfTime),
  }
}
