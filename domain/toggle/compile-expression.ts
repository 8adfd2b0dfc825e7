import { bucketFrom, bucketSeed, drawOfText, reaches } from './bucket.ts'
import type { EvaluationContext } from './evaluation-context.ts'
import type { Argument, Expression } from './expression.ts'
import { compare, isEqual, toBoolean, toNumber, toText, toTime } from './expression-values.ts'

/** The toggles on the way to the one being evaluated, innermost first. */
export interface Trail {
  readonly key: string
  readonly parent: Trail | null
}

/** An expression ready to run: for one actor id (or null), gives any value. */
export type CompiledExpression = (
  context: EvaluationContext,
  actorId: string | null,
  trail: Trail,
) => unknown

/** Answers `FeatureEnabled` for another toggle; false when there is none of that key. */
export type AskToggle = (key: string, context: EvaluationContext, trail: Trail) => boolean

/**
 * Turns an expression of the toggle `key` into a function. Flipper 1.4's meaning of every function;
 * what cannot be compared is false rather than an error, and toggles that ask for each other in a
 * circle answer false.
 */
export function compileExpression(
  key: string,
  expression: Expression,
  ask: AskToggle,
): CompiledExpression {
  const compile = (argument: Argument): CompiledExpression => {
    if (typeof argument !== 'object') return () => argument
    const [name = '', list = []] = Object.entries(argument)[0] ?? []
    const args = list.map(compile)
    const first = args[0] ?? nothing
    const second = args[1] ?? nothing
    const ordered = (holds: (order: number) => boolean): CompiledExpression => {
      return (c, id, t) => {
        const order = compare(first(c, id, t), second(c, id, t))
        return order !== null && holds(order)
      }
    }
    switch (name) {
      case 'All':
        return (c, id, t) => args.every((arg) => isTrue(arg(c, id, t)))
      case 'Any':
        return (c, id, t) => args.some((arg) => isTrue(arg(c, id, t)))
      case 'Boolean':
        return (c, id, t) => toBoolean(first(c, id, t))
      case 'Equal':
        return (c, id, t) => isEqual(first(c, id, t), second(c, id, t))
      case 'NotEqual':
        return (c, id, t) => !isEqual(first(c, id, t), second(c, id, t))
      case 'GreaterThan':
        return ordered((order) => order > 0)
      case 'GreaterThanOrEqualTo':
        return ordered((order) => order >= 0)
      case 'LessThan':
        return ordered((order) => order < 0)
      case 'LessThanOrEqualTo':
        return ordered((order) => order <= 0)
      case 'Now':
        return (c) => new Date(c.now)
      case 'Number':
        return (c, id, t) => toNumber(first(c, id, t))
      case 'Percentage':
        return (c, id, t) => {
          const number = toNumber(first(c, id, t))
          return number === null ? null : Math.min(100, Math.max(0, number))
        }
      case 'PercentageOfActors': {
        const seed = bucketSeed(key)
        return (c, id, t) => {
          const percentage = second(c, id, t)
          if (typeof percentage !== 'number') return false
          return reaches(percentage, bucketFrom(seed, drawOfText(toText(first(c, id, t)))))
        }
      }
      case 'Property':
        return (c, id, t) => property(c, id, toText(first(c, id, t)))
      case 'Random':
        return (c, id, t) => random(first(c, id, t), c.random)
      case 'String':
        return (c, id, t) => toText(first(c, id, t))
      case 'Time':
        return (c, id, t) => toTime(first(c, id, t))
      case 'FeatureEnabled':
        return (c, id, t) => {
          const asked = toText(first(c, id, t))
          return !isOnTrail(t, asked) && ask(asked, c, t)
        }
      default:
        return nothing
    }
  }
  return compile(expression)
}

function nothing(): null {
  return null
}

function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined
}

function property(context: EvaluationContext, actorId: string | null, name: string): unknown {
  if (name === 'flipper_id' && actorId !== null) return actorId
  return Object.hasOwn(context.properties, name) ? context.properties[name] : null
}

/** Ruby's `rand`: a whole number below the limit, or a fraction when the limit is below one. */
function random(limit: unknown, next: () => number): number | null {
  if (limit !== null && typeof limit !== 'number') return null
  const whole = Math.trunc(Math.abs(limit ?? 0))
  return whole === 0 ? next() : Math.floor(next() * whole)
}

function isOnTrail(trail: Trail, key: string): boolean {
  for (let step: Trail | null = trail; step !== null; step = step.parent) {
    if (step.key === key) return true
  }
  return false
}
