import type { StatePatch, ToggleState } from '../../../domain/toggle/state.ts'
import { CLOSED } from './gates.ts'

/** The parts of the model's release that a step names. */
export const TOGGLES = ['first', 'second', 'stray', 'wall'] as const
export const ENVIRONMENTS = ['development', 'staging', 'production'] as const
export const DISCIPLINES = [
  'product',
  'design',
  'frontend',
  'backend',
  'qa',
  'accessibility',
  'government_lead',
] as const

/**
 * `first` and `second` are toggles of the plan, and `second` wants `first` on; `stray` is in no
 * plan; `wall` is in the plan, and off is its dangerous side.
 */
export type ToggleName = (typeof TOGGLES)[number]
export type EnvironmentName = (typeof ENVIRONMENTS)[number]
export type DisciplineName = (typeof DISCIPLINES)[number]

/** One toggle in one environment, and all it ever was. */
export interface Place {
  /** Version 1 first. */
  readonly states: ToggleState[]
  /** For each version the versions whose flips were not undone then, oldest first. */
  readonly standing: (readonly number[])[]
  /** The percentages of the plan's stages that run; in production alone. */
  readonly runs: Set<number>
}

/** What the plan says that anybody reviews, and what nobody does. */
export interface PlanWords {
  readonly rollback: 'by toggle' | 'by deploy' | 'unwritten'
  readonly validation: 'staging' | 'staging and load'
  readonly backup: boolean
}

interface Word {
  readonly verdict: 'go' | 'no_go' | 'withdrawn'
  /** Whether what it was given on was edited since, be it back and forth. */
  stale: boolean
}

/** One go/no-go round. */
export interface Round {
  readonly id: string
  readonly words: Map<DisciplineName, Word>
  decision: 'launch' | 'pause' | 'pivot' | null
}

/** One flip to come. */
export interface LaterFlip {
  readonly toggle: ToggleName
  readonly patch: StatePatch
  /** The state in words that it was signed to meet. */
  readonly meets: string
}

export interface Later {
  readonly id: string
  readonly author: 'tomas' | 'ben' | 'priya' | 'victor' | 'rollcall'
  readonly environment: EnvironmentName
  readonly flips: readonly LaterFlip[]
  state: 'waiting' | 'done' | 'refused' | 'cancelled'
}

/** What must be true of a release after each step; knows nothing of how Rollcall does it. */
export interface Model {
  readonly places: Map<string, Place>
  readonly archived: Set<ToggleName>
  plan: PlanWords
  revision: number
  readonly rounds: Round[]
  /** The versions of the plan's toggles in production right before its first launch. */
  launchedAt: Map<ToggleName, number> | null
  freezes: { readonly id: string; readonly over: readonly string[]; readonly passable: boolean }[]
  stopped: boolean
  /** The id of the hold on `first` in production. */
  hold: string | null
  /** Overrides that wait for a review, oldest first: how many, by place. */
  overrides: string[]
  readonly later: Later[]
}

export function placeName(toggle: ToggleName, environment: EnvironmentName): string {
  return `${toggle} in ${environment}`
}

/** The model of a release that has just been registered: everything is off. */
export function newModel(): Model {
  const places = new Map<string, Place>()
  for (const toggle of TOGGLES) {
    for (const environment of ENVIRONMENTS) {
      places.set(placeName(toggle, environment), {
        states: [CLOSED],
        standing: [[]],
        runs: new Set(),
      })
    }
  }
  return {
    places,
    archived: new Set(),
    plan: { rollback: 'by toggle', validation: 'staging', backup: true },
    revision: 1,
    rounds: [],
    launchedAt: null,
    freezes: [],
    stopped: false,
    hold: null,
    overrides: [],
    later: [],
  }
}

export function placeOf(model: Model, toggle: ToggleName, environment: EnvironmentName): Place {
  const place = model.places.get(placeName(toggle, environment))
  if (!place) throw new Error(`the model has no ${toggle} in ${environment}`)
  return place
}

export function stateNow(model: Model, toggle: ToggleName, env: EnvironmentName): ToggleState {
  return placeOf(model, toggle, env).states.at(-1) ?? CLOSED
}
