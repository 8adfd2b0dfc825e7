import type { Argument, Expression } from './expression.ts'
import { isEqual } from './expression-values.ts'
import type { ToggleState } from './state.ts'

/** What a flip does to who is let in: more people, fewer, some of both, or nobody either way. */
export type Direction = 'widens' | 'narrows' | 'both' | 'none'

/** What of the toggle the direction depends on. */
export interface DirectionOptions {
  /** Whether *off* is the dangerous side: then taking people out counts as widening. */
  readonly offIsDangerous: boolean
}

/**
 * Whether going from one state to another widens or narrows. Sound rather than sharp: what is
 * called narrowing lets nobody in who was out and what is called widening takes nobody out, for
 * every context; where that cannot be told from the gates alone the answer is `both`, which is
 * checked like a widening. For a toggle whose off is dangerous the two words swap.
 */
export function directionOf(
  before: ToggleState,
  after: ToggleState,
  { offIsDangerous }: DirectionOptions,
): Direction {
  const direction = plainDirection(before, after)
  if (!offIsDangerous) return direction
  if (direction === 'widens') return 'narrows'
  return direction === 'narrows' ? 'widens' : direction
}

function plainDirection(before: ToggleState, after: ToggleState): Direction {
  const wasForAll = letsEverybodyIn(before)
  const isForAll = letsEverybodyIn(after)
  if (wasForAll && isForAll) return 'none'
  if (isForAll) return 'widens'
  if (wasForAll) return 'narrows'
  const isIn = staysWithin(before, after)
  const wasIn = staysWithin(after, before)
  if (isIn && wasIn) return 'none'
  if (isIn) return 'widens'
  return wasIn ? 'narrows' : 'both'
}

function letsEverybodyIn(state: ToggleState): boolean {
  return state.boolean || (state.percentageOfTime ?? 0) >= 100
}

/** Whether everybody whom `inner` lets in is certainly let in by `outer` too, gate by gate. */
function staysWithin(inner: ToggleState, outer: ToggleState): boolean {
  const everyActor = (outer.percentageOfActors ?? 0) >= 100
  return (
    (everyActor || isSubset(inner.actors, outer.actors)) &&
    (everyActor || isSubset(inner.groups, outer.groups)) &&
    (inner.percentageOfActors ?? 0) <= (outer.percentageOfActors ?? 0) &&
    (inner.percentageOfTime ?? 0) <= (outer.percentageOfTime ?? 0) &&
    (inner.expression === null ||
      (outer.expression !== null && implies(inner.expression, outer.expression)))
  )
}

function isSubset(inner: readonly string[], outer: readonly string[]): boolean {
  const all = new Set(outer)
  return inner.every((name) => all.has(name))
}

/**
 * Whether one expression certainly holds wherever another does, as far as All and Any show: the
 * same; one alternative of an Any; one condition of an All. Throws of dice are only the same throw
 * within one expression, so whatever holds `Random` implies nothing but itself.
 */
function implies(inner: Argument, outer: Argument): boolean {
  if (isEqual(inner, outer)) return true
  if (holdsRandom(inner) || holdsRandom(outer)) return false
  const anyOfInner = argumentsOf(inner, 'Any')
  if (anyOfInner !== null) return anyOfInner.every((one) => implies(one, outer))
  const allOfOuter = argumentsOf(outer, 'All')
  if (allOfOuter !== null) return allOfOuter.every((one) => implies(inner, one))
  const anyOfOuter = argumentsOf(outer, 'Any')
  if (anyOfOuter?.some((one) => implies(inner, one))) return true
  const allOfInner = argumentsOf(inner, 'All')
  return allOfInner?.some((one) => implies(one, outer)) ?? false
}

function argumentsOf(argument: Argument, name: string): readonly Argument[] | null {
  return typeof argument === 'object' ? (argument[name] ?? null) : null
}

function holdsRandom(argument: Argument): boolean {
  if (typeof argument !== 'object') return false
  const [entry] = Object.entries<Expression[string]>(argument)
  return entry !== undefined && (entry[0] === 'Random' || entry[1].some(holdsRandom))
}
