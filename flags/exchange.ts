import type { IncomingHttpHeaders } from 'node:http'
import type { RuleBook } from './rule-book.ts'

/** A request to evaluate, whichever way it came in. */
export interface Asked {
  /** Path and query as they were sent. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** The body as text; null when it is empty or not UTF-8. */
  readonly body: string | null
}

/** An answer, whichever way it goes out. */
export interface Answered {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: readonly string[]
  /** JSON in ASCII only, in pieces where it is long; null for an answer without a body. */
  readonly json: string | readonly string[] | null
}

/** Answers at once: nothing is waited for. */
export type Answerer = (asked: Asked) => Answered

/** An answer of JSON. */
export function answered(
  status: number,
  json: string | readonly string[],
  headers: readonly string[] = [],
): Answered {
  return { status, headers: ['content-type', 'application/json; charset=utf-8', ...headers], json }
}

/** The body of an answer in one piece. */
export function whole({ json }: Answered): string | null {
  return typeof json === 'object' ? (json?.join('') ?? null) : json
}

/**
 * Writes JSON with everything beyond ASCII escaped: the same value, and its length in bytes is its
 * length in characters, so it goes out without being looked through again.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Says as of which audit entry the rules are, and how many seconds ago that was known. */
export function ageHeaders(source: RuleBook, now: number): string[] {
  const age = Math.floor(source.ageAt(now) ?? 0)
  return ['rollcall-version', String(source.version() ?? 0), 'rollcall-age', String(age)]
}
