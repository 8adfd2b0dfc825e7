import { z } from 'zod'
import { toTime } from './expression-values.ts'

/** What an expression's function is given: a constant or another expression. */
export type Argument = string | number | boolean | Expression

/** One function with its arguments, as Flipper writes it: `{"Equal": [{"Property": ["plan"]}, "pro"]}`. */
export interface Expression {
  readonly [name: string]: readonly Argument[]
}

/** How far expressions may go, so that no stored one can stall an evaluation. */
const EXPRESSION_LIMITS = { depth: 16, functions: 500, text: 1000 } as const

interface Arity {
  readonly least: number
  readonly most: number
}

const ONE: Arity = { least: 1, most: 1 }
const TWO: Arity = { least: 2, most: 2 }
const SOME: Arity = { least: 1, most: EXPRESSION_LIMITS.functions }

/** Flipper's functions and how many arguments each takes (Flipper 1.4, `lib/flipper/expressions`). */
const FUNCTIONS: ReadonlyMap<string, Arity> = new Map([
  ['All', SOME],
  ['Any', SOME],
  ['Boolean', ONE],
  ['Equal', TWO],
  ['NotEqual', TWO],
  ['GreaterThan', TWO],
  ['GreaterThanOrEqualTo', TWO],
  ['LessThan', TWO],
  ['LessThanOrEqualTo', TWO],
  ['Now', { least: 0, most: 0 }],
  ['Number', ONE],
  ['Percentage', ONE],
  ['PercentageOfActors', TWO],
  ['Property', ONE],
  ['Random', { least: 0, most: 1 }],
  ['String', ONE],
  ['Time', ONE],
  ['FeatureEnabled', ONE],
])

/** An expression that was understood, or one sentence on what is wrong with it. */
export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads any value as an expression and writes bare arguments as lists, as Flipper stores them.
 * Refused: unknown functions, a wrong number of arguments, an empty All or Any, constants that the
 * function can never use, anything beyond EXPRESSION_LIMITS.
 */
export function parseExpression(value: unknown): ParsedExpression {
  const budget = { left: EXPRESSION_LIMITS.functions }
  try {
    return { ok: true, expression: readExpression(value, 1, budget) }
  } catch (error) {
    if (error instanceof NotAnExpression) return { ok: false, problem: error.message }
    throw error
  }
}

class NotAnExpression extends Error {}

function readExpression(value: unknown, depth: number, budget: { left: number }): Expression {
  if (depth > EXPRESSION_LIMITS.depth)
    throw new NotAnExpression(
      `An expression may be nested ${EXPRESSION_LIMITS.depth} deep at most.`,
    )
  budget.left -= 1
  if (budget.left < 0)
    throw new NotAnExpression(
      `An expression may have ${EXPRESSION_LIMITS.functions} functions at most.`,
    )
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotAnExpression('An expression is an object with one function, such as {"All": […]}.')
  const entries = Object.entries(value)
  const [entry] = entries
  if (entry === undefined || entries.length > 1)
    throw new NotAnExpression(`An expression has exactly one function, not ${entries.length}.`)
  const [name, given] = entry
  const arity = FUNCTIONS.get(name)
  if (arity === undefined)
    throw new NotAnExpression(`There is no function ${JSON.stringify(name.slice(0, 60))}.`)
  const list: readonly unknown[] = Array.isArray(given) ? given : given === null ? [] : [given]
  checkArity(name, arity, list.length)
  const args = list.map((arg) => readArgument(name, arg, depth, budget))
  checkConstants(name, args)
  return { [name]: args }
}

function readArgument(
  name: string,
  value: unknown,
  depth: number,
  budget: { left: number },
): Argument {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    throw new NotAnExpression(`A number given to ${name} is not finite.`)
  }
  if (typeof value === 'string') {
    if (value.length > EXPRESSION_LIMITS.text)
      throw new NotAnExpression(`A text given to ${name} is over ${EXPRESSION_LIMITS.text} long.`)
    if (!value.isWellFormed() || value.includes('\0'))
      throw new NotAnExpression(`A text given to ${name} has a character that cannot be stored.`)
    return value
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return readExpression(value, depth + 1, budget)
  throw new NotAnExpression(
    `${name} takes texts, numbers, true, false and expressions, not ${value === null ? 'null' : 'a list'}.`,
  )
}

function checkArity(name: string, { least, most }: Arity, count: number): void {
  if (count >= least && count <= most) return
  const wanted = least === most ? `${least}` : `${least} to ${most}`
  const noun = wanted === '1' ? 'argument' : 'arguments'
  throw new NotAnExpression(`${name} takes ${wanted} ${noun}, not ${count}.`)
}

function checkConstants(name: string, args: readonly Argument[]): void {
  const [first, second] = args
  if ((name === 'Property' || name === 'FeatureEnabled') && typeof first !== 'object') {
    if (typeof first !== 'string' || first === '')
      throw new NotAnExpression(`${name} takes a name.`)
  }
  if (name === 'Time' && typeof first !== 'object' && toTime(first) === null)
    throw new NotAnExpression('Time takes a moment such as "2027-01-31T15:00:00Z".')
  if (name === 'Random' && first !== undefined && typeof first !== 'object') {
    if (typeof first !== 'number') throw new NotAnExpression('Random takes a number.')
  }
  if (name === 'PercentageOfActors' && typeof second !== 'object') {
    if (typeof second !== 'number' || second < 0 || second > 100)
      throw new NotAnExpression('PercentageOfActors takes a percentage from 0 to 100.')
  }
}

/**
 * The schema of an expression in JSON: checks with the sentences of `parseExpression` and gives
 * lists for bare arguments. The cast is sound because the check refuses all but expressions, which
 * zod cannot see; a recursive zod schema would overflow the stack on deep input instead.
 */
export const expressionSchema = z
  .record(z.string(), z.unknown())
  .superRefine((value, context) => {
    const parsed = parseExpression(value)
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.problem })
  })
  .overwrite((value) => {
    const parsed = parseExpression(value)
    return parsed.ok ? { ...parsed.expression } : value
  }) as unknown as z.ZodType<Expression, Record<string, unknown>>
