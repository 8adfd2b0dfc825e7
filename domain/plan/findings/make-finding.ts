import { createHash } from 'node:crypto'
import { wordsOf } from '../inline-text.ts'
import type { Finding, FindingCode } from '../reading.ts'

/**
 * A finding whose id comes from its code and the words it is about, so that it stays the same when
 * lines move, and a person's "seen" stays with it.
 */
export function makeFinding(
  code: FindingCode,
  line: number,
  about: readonly string[],
  message: string,
): Finding {
  const words = about.map((text) => wordsOf(text).join(' ').toWellFormed())
  const digest = createHash('sha256')
    .update(JSON.stringify([code, ...words]), 'utf8')
    .digest('hex')
  return { id: `${code}-${digest.slice(0, 12)}`, code, message, line }
}

/** Words of the plan inside a message, shortened. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
  return `“${short.toWellFormed()}”`
}
