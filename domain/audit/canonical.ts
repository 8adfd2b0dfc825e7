/** A value that JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

function text(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new RangeError('a lone surrogate cannot be canonical JSON')
  return JSON.stringify(value)
}

/**
 * RFC 8785 (JSON Canonicalization Scheme): one text for one value, so that anybody can rebuild the
 * bytes that were hashed. Members that are undefined are left out, as JSON does.
 *
 * @throws RangeError for what has no canonical form: a number that is not finite, or an integer
 * beyond 2^53 - 1 (it would not survive another reader), or a lone surrogate.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw new RangeError(`${value} has no canonical form`)
    }
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  // RFC 8785 sorts by UTF-16 code units, which is what comparing strings does here.
  const members = Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${text(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
