import type { ToggleStateJson } from './state.ts'

/** A state as it is shown to somebody, who may not see whom it names. */
export type ShownState = ToggleStateJson & {
  /** Whether `actors` only says how many there are. */
  readonly actors_masked: boolean
}

/**
 * A state for whoever may see its named actors, or for who may not: then each stands as "named actor
 * 1" and so on, so that their number is told and nobody's id or e-mail address is.
 */
export function shownState<S extends ToggleStateJson>(
  state: S,
  seesActors: boolean,
): S & { readonly actors_masked: boolean } {
  if (seesActors) return { ...state, actors_masked: false }
  const actors = state.actors.map((_, place) => `named actor ${place + 1}`)
  return { ...state, actors, actors_masked: true }
}
