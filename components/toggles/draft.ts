import type { StatePatch, ToggleStateJson } from '../../domain/toggle/state.ts'

/** A state that somebody is thinking of: all the way on or off, or these gates. */
export type Draft =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  | { readonly kind: 'gates'; readonly percentage: number; readonly actors: readonly string[] }

/** The gates that the form changes, as they stand: where a draft starts. */
export function draftOf(state: ToggleStateJson): Extract<Draft, { kind: 'gates' }> {
  const percentage = state.boolean ? 100 : (state.percentage_of_actors ?? 0)
  return { kind: 'gates', percentage, actors: state.actors }
}

/** What the API is sent to go from a state to a draft; null when nothing would change. */
export function patchOf(state: ToggleStateJson, draft: Draft): StatePatch | null {
  if (draft.kind === 'on') return isOnlyOn(state) ? null : { boolean: true }
  if (draft.kind === 'off') return isOff(state) ? null : { boolean: false }
  const percentage = draft.percentage === 0 ? null : draft.percentage
  if (state.boolean) {
    if (draft.percentage === 100 && sameNames(draft.actors, state.actors)) return null
    // Flipper's boolean hides the other gates and clears them when it is set: each is said again.
    return {
      boolean: false,
      percentage_of_actors: percentage,
      actors: [...draft.actors],
      groups: [...state.groups],
      percentage_of_time: state.percentage_of_time,
      expression: state.expression,
    }
  }
  const moves = draft.percentage !== (state.percentage_of_actors ?? 0)
  const names = !sameNames(draft.actors, state.actors)
  if (!moves && !names) return null
  return {
    ...(moves ? { percentage_of_actors: percentage } : {}),
    ...(names ? { actors: [...draft.actors] } : {}),
  }
}

/** A draft begun on one state, carried over to another: what it does not change follows the state. */
export function rebase(draft: Draft, base: ToggleStateJson, now: ToggleStateJson): Draft {
  if (draft.kind !== 'gates') return draft
  const was = draftOf(base)
  const added = draft.actors.filter((actor) => !was.actors.includes(actor))
  const removed = new Set(was.actors.filter((actor) => !draft.actors.includes(actor)))
  const kept = now.actors.filter((actor) => !removed.has(actor))
  return {
    kind: 'gates',
    percentage: draft.percentage === was.percentage ? draftOf(now).percentage : draft.percentage,
    actors: [...new Set([...kept, ...added])],
  }
}

/** The state that a draft leads to. */
export function stateAfter(state: ToggleStateJson, draft: Draft): ToggleStateJson {
  if (draft.kind !== 'gates') return { ...nothing, boolean: draft.kind === 'on' }
  return {
    ...state,
    boolean: state.boolean && draft.percentage === 100,
    percentage_of_actors: draft.percentage === 0 ? null : draft.percentage,
    actors: [...draft.actors],
  }
}

const nothing: ToggleStateJson = {
  boolean: false,
  actors: [],
  groups: [],
  percentage_of_actors: null,
  percentage_of_time: null,
  expression: null,
}

/** The gates that going all the way on or off would clear, in words; empty when there are none. */
export function clearedGates(state: ToggleStateJson): string[] {
  return [
    ...(state.percentage_of_actors ? [`${state.percentage_of_actors} % of actors`] : []),
    ...(state.actors.length > 0 ? [counted(state.actors.length, 'named actor')] : []),
    ...(state.groups.length > 0 ? [counted(state.groups.length, 'group')] : []),
    ...(state.percentage_of_time ? [`${state.percentage_of_time} % of the time`] : []),
    ...(state.expression === null ? [] : ['the expression']),
  ]
}

function isOff(state: ToggleStateJson): boolean {
  return !state.boolean && clearedGates(state).length === 0
}

function isOnlyOn(state: ToggleStateJson): boolean {
  return state.boolean && clearedGates(state).length === 0
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  const all = new Set(others)
  return some.length === others.length && some.every((name) => all.has(name))
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
