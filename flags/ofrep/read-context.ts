import {
  type EvaluationContext,
  evaluationContext,
} from '../../domain/toggle/evaluation-context.ts'

/** What is wrong with the body of an evaluation request. */
export interface ContextProblem {
  readonly errorCode: 'PARSE_ERROR' | 'INVALID_CONTEXT'
  readonly errorDetails: string
}

/** What an evaluation takes from outside: the moment and the dice. */
export interface Chance {
  readonly now: () => number
  readonly random: () => number
}

/** How deep values in a context may be nested: nothing that compares them can run out of stack. */
const DEEPEST = 16

/**
 * Reads `{"context": {"targetingKey": …, …}}`. The targeting key is the actor, also when it is the
 * empty text, which has a bucket like any other; `groups` are the actor's groups; everything can be
 * read by expressions. A body without a context is nobody in particular.
 */
export function readContext(
  body: string | null,
  chance: Chance,
): EvaluationContext | ContextProblem {
  let given: unknown
  try {
    given = JSON.parse(body ?? '')
  } catch {
    return { errorCode: 'PARSE_ERROR', errorDetails: 'The body is not JSON.' }
  }
  if (!isObject(given)) {
    return { errorCode: 'PARSE_ERROR', errorDetails: 'The body is not a JSON object.' }
  }
  const context = Object.hasOwn(given, 'context') ? given.context : {}
  if (!isObject(context)) return invalid('The context is not an object.')
  if (isDeeperThan(context, DEEPEST)) {
    return invalid(`The context is nested more than ${DEEPEST} deep.`)
  }
  const { targetingKey } = context
  if (targetingKey !== undefined && targetingKey !== null && typeof targetingKey !== 'string') {
    return invalid('The targetingKey is not a text.')
  }
  return evaluationContext({
    actorIds: typeof targetingKey === 'string' ? [targetingKey] : [],
    properties: context,
    groups: groupsOf(context.groups),
    now: chance.now(),
    random: chance.random,
  })
}

function invalid(errorDetails: string): ContextProblem {
  return { errorCode: 'INVALID_CONTEXT', errorDetails }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function groupsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((group) => typeof group === 'string') : []
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}
