import { type Draw, drawOf } from './bucket.ts'

/** Whom and when an evaluation is about, as it is given. Everything that changes comes in. */
export interface GivenContext {
  /** Who asks: usually one id, none for somebody not signed in. */
  readonly actorIds: readonly string[]
  /** What expressions may read by `Property`, by name. */
  readonly properties?: Readonly<Record<string, unknown>>
  /** The groups that the actor is said to be in. */
  readonly groups?: readonly string[]
  /** The moment, in milliseconds since 1970. */
  readonly now: number
  /** Gives the next random number from 0 up to but not 1, for gates that throw dice. */
  readonly random: () => number
}

/** A context ready for any number of toggles: made by `evaluationContext` only. */
export interface EvaluationContext extends Required<GivenContext> {
  /** What the actors' buckets are made from; null when nobody in particular asks. */
  readonly draw: Draw | null
}

/** Prepares a context, hashing the actors once for all toggles. Reads neither clock nor dice. */
export function evaluationContext(given: GivenContext): EvaluationContext {
  return {
    actorIds: given.actorIds,
    properties: given.properties ?? {},
    groups: given.groups ?? [],
    now: given.now,
    random: given.random,
    draw: given.actorIds.length === 0 ? null : drawOf(given.actorIds),
  }
}

/** A gate of a toggle, under the key that Flipper's API uses. */
export type Gate =
  | 'boolean'
  | 'expression'
  | 'actors'
  | 'percentage_of_actors'
  | 'percentage_of_time'
  | 'groups'

/** The six gates in the order in which they are asked; the first that opens decides. */
export const GATES: readonly Gate[] = [
  'boolean',
  'expression',
  'actors',
  'percentage_of_actors',
  'percentage_of_time',
  'groups',
]
