import type { ToggleState } from '../../../domain/toggle/state.ts'
import { isOn, letsInUncounted, shareOf } from './gates.ts'
import {
  DISCIPLINES,
  type DisciplineName,
  type EnvironmentName,
  type Model,
  type Round,
  stateNow,
  type ToggleName,
} from './model.ts'

/** The percentages of the plan's stages, which is held to them. */
export const STAGES = [10, 50, 100]

/** Whether a discipline's go stands in a round, on what the plan says now. */
export function stands(round: Round, who: DisciplineName): boolean {
  const word = round.words.get(who)
  return word?.verdict === 'go' && !word.stale
}

/** The checks that must hold a widening of a protected environment, by name. */
export function failingChecks(
  model: Model,
  toggle: ToggleName,
  environment: EnvironmentName,
  after: ToggleState,
): string[] {
  const before = stateNow(model, toggle, environment)
  const failing: string[] = []
  const decided = model.rounds.findLast(({ decision }) => decision !== null) ?? null
  if (toggle === 'stray') {
    failing.push('plan', 'launch_decision')
  } else {
    if (decided?.decision !== 'launch') failing.push('launch_decision')
    if (decided && hasLapsed(model, decided)) failing.push('sign_offs_current')
    if (!model.plan.backup) failing.push('contacts')
    if (model.plan.rollback === 'unwritten') failing.push('rollback')
    const uncounted = toggle !== 'wall' && letsInUncounted(before, after)
    if (uncounted || goesPast(shareOf(before), shareOf(after))) {
      failing.push('staged_rollout')
    }
    const first = stateNow(model, 'first', environment)
    if (toggle === 'second' && (model.archived.has('first') || !isOn(first))) {
      failing.push('prerequisites')
    }
  }
  if (toggle === 'first' && model.hold !== null) failing.push('guard_hold')
  if (freezesOver(model, environment).length > 0) failing.push('freeze')
  if (model.stopped) failing.push('stop_the_line')
  return failing
}

/** Whether an override cannot pass over what fails. */
export function isBarred(model: Model, environment: EnvironmentName): boolean {
  return model.stopped || freezesOver(model, environment).some(({ passable }) => !passable)
}

function freezesOver(model: Model, environment: EnvironmentName) {
  return model.freezes.filter(({ over }) => over.length === 0 || over.includes(environment))
}

function goesPast(from: number, to: number): boolean {
  if (to <= from) return false
  const next = STAGES.find((stage) => stage > from)
  return next === undefined || to > next
}

function hasLapsed(model: Model, decided: Round): boolean {
  if (DISCIPLINES.some((who) => !stands(decided, who))) return true
  const open = model.rounds.at(-1)
  if (!open || open === decided || open.decision !== null) return false
  return [...open.words.values()].some(({ verdict, stale }) => verdict !== 'go' && !stale)
}
