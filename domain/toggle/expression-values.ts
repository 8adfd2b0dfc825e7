import { compareCodePoints } from './code-point-order.ts'

/**
 * A number as Ruby reads one from any value: texts by their numeric beginning ("12abc" is 12,
 * "abc" is 0), nothing is 0, a time is its seconds since 1970. Null where Ruby would refuse.
 */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return numericBeginning(value)
  if (value === null || value === undefined) return 0
  if (value instanceof Date) return value.getTime() / 1000
  return null
}

function numericBeginning(text: string): number {
  const pattern = text.includes('.')
    ? /^\s*([+-]?(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)/
    : /^\s*([+-]?\d[\d_]*)/
  const number = Number((pattern.exec(text)?.[1] ?? '').replaceAll('_', ''))
  return Number.isFinite(number) ? number : 0
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i

/** A moment from ISO 8601 text; without a zone it is UTC. Null when the text is not a moment. */
export function toTime(value: unknown): Date | null {
  if (value instanceof Date) return value
  if (typeof value !== 'string') return null
  const match = TIME.exec(value.trim())
  if (match === null) return null
  const [, day = '', clock = '00:00', zone = 'Z'] = match
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d{2}):?/, '$1:')
  const time = new Date(`${day}T${clock}${offset}`)
  return Number.isNaN(time.getTime()) ? null : time
}

/** True for what Flipper counts as true: true, 1, "true" and "1". */
export function toBoolean(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1'
}

/** Ruby's `to_s` for what an expression can hold; nothing becomes the empty text. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/\.\d+Z$/, ' UTC')
      .replace('T', ' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Whether two values are the same, in depth for lists and objects; 1 and "1" are not. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (left === undefined || right === undefined) return (left ?? null) === (right ?? null)
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime()
  if (typeof left !== 'object' || typeof right !== 'object') return false
  if (left === null || right === null) return false
  if (left instanceof Date || right instanceof Date) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const rightEntries = new Map<string, unknown>(Object.entries(right))
  const leftEntries = Object.entries(left)
  if (leftEntries.length !== rightEntries.size) return false
  return leftEntries.every(([k, v]) => rightEntries.has(k) && isEqual(v, rightEntries.get(k)))
}

/** Below zero, zero or above as left is before, at or after right; null when not comparable. */
export function compare(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return compareCodePoints(left, right)
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  return null
}
