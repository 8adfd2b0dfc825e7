import type { ToggleState } from '../../../domain/toggle/state.ts'
import { failingChecks, isBarred, STAGES } from './expected-checks.ts'
import { shareOf, written } from './gates.ts'
import {
  type EnvironmentName,
  type Model,
  placeName,
  placeOf,
  stateNow,
  type ToggleName,
} from './model.ts'
import { movement } from './population.ts'

/** Who acts in the model, by what they may do; `tired` is the tech lead who signed in long ago. */
export type Who = 'tomas' | 'tired' | 'ben' | 'priya' | 'victor' | 'rollcall'

/** What must come of a step: it is done, or refused by this code and for these checks. */
export type Expected = 'done' | { readonly code: string; readonly checks?: readonly string[] }

/** A flip as the model judges it. */
export interface FlipAsked {
  readonly who: Who
  readonly toggle: ToggleName
  readonly environment: EnvironmentName
  readonly after: ToggleState
  /** A version that the caller did not see any more. */
  readonly stale?: boolean
  /** What the caller says an override for: nothing, something of substance, or empty words. */
  readonly override?: 'none' | 'substance' | 'empty' | undefined
  /** For a schedule: signed when the sign-in was fresh, to meet this state in words. */
  readonly signed?: { readonly meetsOther: boolean } | undefined
}

function mayFlip(who: Who, environment: EnvironmentName, widens: boolean): boolean {
  if (who === 'victor') return false
  if (who === 'rollcall') return !widens
  if (environment !== 'production' || !widens) return true
  return who === 'tomas' || who === 'tired'
}

/** What must come of a flip: this is the whole of "up is checked, down is open". */
export function expectedFlip(model: Model, asked: FlipAsked): Expected {
  const { who, toggle, environment, after, signed } = asked
  if (model.archived.has(toggle)) return { code: 'archived' }
  const { letsIn, takesOut } = movement(stateNow(model, toggle, environment), after)
  const widens = toggle === 'wall' ? takesOut : letsIn
  if (!mayFlip(who, environment, widens)) return { code: 'forbidden' }
  const isChecked = widens && environment === 'production'
  if (isChecked && who === 'tired' && !signed) return { code: 'fresh_sign_in_needed' }
  if (asked.stale) return { code: 'version_conflict' }
  if (widens && signed?.meetsOther) return { code: 'state_changed' }
  if (!isChecked) return 'done'
  const checks = failingChecks(model, toggle, environment, after)
  if (checks.length === 0) return 'done'
  if (!asked.override || asked.override === 'none' || isBarred(model, environment)) {
    return { code: 'checks_not_passed', checks }
  }
  return asked.override === 'substance' ? 'done' : { code: 'invalid' }
}

/** Makes a flip in the model; how a rollback marks what it undid is its own. */
export function makeFlip(model: Model, asked: FlipAsked, undoes?: { from: number }): void {
  const { toggle, environment, after } = asked
  const place = placeOf(model, toggle, environment)
  const before = stateNow(model, toggle, environment)
  if (written(before) === written(after)) return
  const { letsIn, takesOut } = movement(before, after)
  const isChecked = environment === 'production' && (toggle === 'wall' ? takesOut : letsIn)
  const isOverride =
    isChecked &&
    asked.override === 'substance' &&
    failingChecks(model, toggle, environment, after).length > 0
  if (isOverride) model.overrides.push(placeName(toggle, environment))
  place.states.push(after)
  // What stood at a version stands again once that version is restored, undone meanwhile or not.
  const stood = place.standing[(undoes?.from ?? place.states.length) - 2] ?? []
  place.standing.push(undoes ? stood : [...stood, place.states.length])
  if (environment === 'production' && toggle !== 'stray') follow(place.runs, before, after)
}

/** Reaching a stage's percentage starts a run of it, and falling below it ends the run. */
function follow(runs: Set<number>, before: ToggleState, after: ToggleState): void {
  const [from, to] = [shareOf(before), shareOf(after)]
  if (to < from) for (const run of runs) if (run > to) runs.delete(run)
  const reached = STAGES.findLast((stage) => stage <= to)
  if (to > from && reached !== undefined && reached > from) runs.add(reached)
}
