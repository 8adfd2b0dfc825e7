import { numberWarning } from '../domain/privacy/person-numbers.ts'

/** The members of a body, at any depth, in which people write freely and which the log keeps. */
const WRITTEN: ReadonlySet<string> = new Set([
  'reason',
  'note',
  'notes',
  'purpose',
  'title',
  'text',
])

const DEPTH = 4

/**
 * The answer to a write, with `warnings` where a reason or note of its body looks as if it held a
 * number that belongs to a person. It was taken all the same.
 */
export function withWarnings(answer: unknown, body: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer
  const warnings = [...new Set(warningsOf(body, DEPTH))]
  return warnings.length === 0 ? answer : { ...answer, warnings }
}

function warningsOf(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || depth === 0) {
    return []
  }
  return Object.entries(value).flatMap(([name, member]) => {
    if (typeof member !== 'string') return warningsOf(member, depth - 1)
    const warning = WRITTEN.has(name) ? numberWarning(member.slice(0, 10_000)) : null
    return warning === null ? [] : [warning]
  })
}
