import type { Decision } from './decision.ts'

/** Where a plan stands on its way to a launch. */
export interface LaunchStanding {
  readonly state: 'no_roll_call' | 'open' | 'launched' | 'paused' | 'pivoted'
  /** True when a launch was decided, or could be now, and nothing is missing. */
  readonly ready: boolean
  /** A sentence each. */
  readonly missing: readonly string[]
}

const ENDED: Record<Decision, 'launched' | 'paused' | 'pivoted'> = {
  launch: 'launched',
  pause: 'paused',
  pivot: 'pivoted',
}

/**
 * Where a plan stands, from its newest round.
 *
 * @param newest null when no round was ever opened.
 * @param missing what a launch of that round lacks on the plan's present text.
 */
export function launchStanding(
  newest: { readonly number: number; readonly decision: Decision | null } | null,
  missing: readonly string[],
): LaunchStanding {
  if (!newest) {
    return { state: 'no_roll_call', ready: false, missing: ['No roll call has been opened.'] }
  }
  const { number, decision } = newest
  if (decision === null) return { state: 'open', ready: missing.length === 0, missing }
  const state = ENDED[decision]
  if (decision === 'launch') return { state, ready: missing.length === 0, missing }
  return { state, ready: false, missing: [`Roll call ${number} decided to ${decision}.`] }
}
