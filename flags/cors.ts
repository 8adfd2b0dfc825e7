import type { Answered } from './exchange.ts'

/** Whose pages may ask: everybody's, those listed, or nobody's. */
export type CorsOrigins = '*' | readonly string[]

const MAX_AGE_SECONDS = 7200
const EXPOSED = 'ETag, Retry-After, Rollcall-Version, Rollcall-Age'
const NOTHING: readonly string[] = []
const VARY: readonly string[] = ['vary', 'Origin']

/**
 * The headers that let pages of other origins see an answer. Nothing here goes by cookie, so a page
 * that has no token learns nothing, and `*` is safe. A client backs off and caches only by headers
 * that it can see.
 */
export function corsHeaders(origins: CorsOrigins, origin: string | undefined): readonly string[] {
  const vary = origins === '*' ? NOTHING : VARY
  if (origin === undefined) return vary
  if (origins !== '*' && !origins.includes(origin)) return vary
  const allowed = ['access-control-allow-origin', origins === '*' ? '*' : origin]
  return [...vary, ...allowed, 'access-control-expose-headers', EXPOSED]
}

/** The answer to a preflight; whether the origin may go on, `corsHeaders` says. */
export function preflight(method: string): Answered {
  const headers = [
    'access-control-allow-methods',
    method,
    'access-control-allow-headers',
    'Authorization, Content-Type, If-None-Match, X-API-Key',
    'access-control-max-age',
    String(MAX_AGE_SECONDS),
  ]
  return { status: 204, headers, json: null }
}
