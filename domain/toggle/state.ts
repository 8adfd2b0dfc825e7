import { z } from 'zod'
import { compareCodePoints } from './code-point-order.ts'
import { type Expression, expressionSchema } from './expression.ts'
import { isEqual } from './expression-values.ts'

/** The value of all six gates of a toggle in one environment. Percentages are 0 to 100 or unset. */
export interface ToggleState {
  readonly boolean: boolean
  readonly actors: readonly string[]
  readonly groups: readonly string[]
  readonly percentageOfActors: number | null
  readonly percentageOfTime: number | null
  readonly expression: Expression | null
}

/** The state in which nobody is let in: what a toggle starts with. */
export const OFF: ToggleState = {
  boolean: false,
  actors: [],
  groups: [],
  percentageOfActors: null,
  percentageOfTime: null,
  expression: null,
}

/** How many names a gate may hold and how long, in characters, each may be. */
export const STATE_LIMITS = { actors: 10_000, actor: 1000, groups: 200, group: 200 } as const

const percentage = z
  .number('A percentage is a number from 0 to 100.')
  .min(0, 'A percentage is at least 0.')
  .max(100, 'A percentage is at most 100.')
  .refine((p) => Number(p.toFixed(3)) === p, 'A percentage has three decimals at most.')
  .overwrite((p) => (p === 0 ? 0 : p))
  .nullable()

function names(what: string, most: number, length: number) {
  const name = z
    .string(`Each ${what} is a text.`)
    .min(1, `An empty ${what} cannot be named.`)
    .max(length, `A named ${what} is ${length} characters long at most.`)
    .refine(
      (text) => text.isWellFormed() && !text.includes('\0'),
      `A named ${what} has a character that cannot be stored.`,
    )
  return z
    .array(name, `A list of ${what}s is expected.`)
    .max(most, `A toggle names ${most} ${what}s at most.`)
    .overwrite((list) => [...new Set(list)].sort(compareCodePoints))
}

/** Each gate's schema under its name in JSON, to build the input of a flip from. */
export const gateSchemas = {
  boolean: z.boolean('true or false is expected.'),
  actors: names('actor', STATE_LIMITS.actors, STATE_LIMITS.actor),
  groups: names('group', STATE_LIMITS.groups, STATE_LIMITS.group),
  percentage_of_actors: percentage,
  percentage_of_time: percentage,
  expression: expressionSchema.nullable(),
}

/** A whole state in JSON; names come out without doubles and in order, expressions with lists. */
export const toggleStateSchema = z.strictObject(gateSchemas)

/** A state in JSON: snake_case, percentages as numbers. */
export type ToggleStateJson = z.infer<typeof toggleStateSchema>

/** What a flip may change, in JSON: any of the gates, `null` unsets one. */
export const statePatchSchema = z.strictObject(gateSchemas).partial()

/** What a flip changes. */
export type StatePatch = z.infer<typeof statePatchSchema>

/** Reads a state from JSON. Throws zod's error with a sentence for each wrong field. */
export function stateFromJson(json: unknown): ToggleState {
  const read = toggleStateSchema.parse(json)
  return {
    boolean: read.boolean,
    actors: read.actors,
    groups: read.groups,
    percentageOfActors: read.percentage_of_actors,
    percentageOfTime: read.percentage_of_time,
    expression: read.expression,
  }
}

/** Writes a state as JSON, the gates in a fixed order; the inverse of `stateFromJson`. */
export function stateToJson(state: ToggleState): ToggleStateJson {
  return {
    boolean: state.boolean,
    actors: [...state.actors],
    groups: [...state.groups],
    percentage_of_actors: state.percentageOfActors,
    percentage_of_time: state.percentageOfTime,
    expression: state.expression,
  }
}

/**
 * The state that a flip leads to. A `boolean` in the patch is Flipper's enable or disable and
 * clears every other gate first; the other gates of the patch are then set. Gates that the patch
 * does not name stay as they are.
 */
export function applyPatch(state: ToggleState, patch: StatePatch): ToggleState {
  const { boolean, actors, groups, expression } = patch
  const base = boolean === undefined ? state : { ...OFF, boolean }
  const { percentage_of_actors: ofActors, percentage_of_time: ofTime } = patch
  return {
    boolean: base.boolean,
    actors: actors === undefined ? base.actors : inOrder(actors),
    groups: groups === undefined ? base.groups : inOrder(groups),
    percentageOfActors: ofActors === undefined ? base.percentageOfActors : ofActors,
    percentageOfTime: ofTime === undefined ? base.percentageOfTime : ofTime,
    expression: expression === undefined ? base.expression : expression,
  }
}

function inOrder(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort(compareCodePoints)
}

/** Whether two states hold the same value in every gate; an unset percentage is not 0 here. */
export function isSameState(left: ToggleState, right: ToggleState): boolean {
  return isEqual(left, right)
}

/**
 * Flipper's word for a state: `on` when the boolean or 100 % of the time lets everybody in, else
 * `conditional` when any gate is set, else `off`. 100 % of actors is conditional: it is closed for
 * whoever is not signed in. A percentage of 0 counts as not set.
 */
export function stateWord(state: ToggleState): 'off' | 'conditional' | 'on' {
  if (state.boolean || state.percentageOfTime === 100) return 'on'
  const isSet =
    state.actors.length > 0 ||
    state.groups.length > 0 ||
    (state.percentageOfActors ?? 0) > 0 ||
    (state.percentageOfTime ?? 0) > 0 ||
    state.expression !== null
  return isSet ? 'conditional' : 'off'
}
