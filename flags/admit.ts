import type { IncomingHttpHeaders } from 'node:http'
import type { EnvironmentRules, KnownToken } from './prepare-rules.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RuleBook } from './rule-book.ts'
import type { Uses } from './uses.ts'

/** Why a request gets no answer, as an HTTP status with a sentence. */
export interface NotAdmitted {
  readonly status: 401 | 403 | 429 | 503
  readonly detail: string
  /** Whole seconds after which to ask again, where that helps. */
  readonly retryAfter?: number
}

/** The headers that belong to a refusal at the door, names and values in turn. */
export function refusalHeaders({ status, retryAfter }: NotAdmitted): string[] {
  const challenge = status === 401 ? ['www-authenticate', 'Bearer'] : []
  return retryAfter === undefined ? challenge : [...challenge, 'retry-after', String(retryAfter)]
}

/** Who asks and for which environment. */
export interface Admitted {
  readonly token: KnownToken | null
  readonly rules: EnvironmentRules
}

export type Admission = Admitted | NotAdmitted

/** Decides who may ask, from what a request carries; knows the clock only by `now`. */
export interface Doorkeeper {
  readonly source: RuleBook
  readonly limit: RateLimit
  readonly uses: Uses
  /** The environment that may be read without a token by browsers; null when none may. */
  readonly anonymousEnvironment: string | null
  readonly now: () => number
}

/** Longer ones are not ours, and need no hashing to know. */
const LONGEST_TOKEN = 500

/** The token of a request: `Authorization: Bearer`, `X-API-Key`, or a basic password. */
export function tokenOf(headers: IncomingHttpHeaders): string | null {
  const given = headers['x-api-key']
  if (typeof given === 'string' && given !== '') return given
  const { authorization } = headers
  if (authorization === undefined) return null
  const space = authorization.indexOf(' ')
  const scheme = authorization.slice(0, space).toLowerCase()
  const rest = authorization.slice(space + 1).trim()
  if (scheme === 'bearer' && rest !== '') return rest
  if (scheme !== 'basic') return null
  const pair = Buffer.from(rest, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1) || null
}

/** The known, unexpired token of a request, or why there is none. */
export function identify(
  { source, now }: Doorkeeper,
  headers: IncomingHttpHeaders,
): KnownToken | NotAdmitted {
  if (source.version() === null) return noRulesYet
  const text = tokenOf(headers)
  if (text === null) return { status: 401, detail: 'A token is needed.' }
  if (text.length > LONGEST_TOKEN) return unknownToken
  const token = source.tokenByText(text)
  return token === null || token.expiresAt <= now() ? unknownToken : token
}

const unknownToken: NotAdmitted = {
  status: 401,
  detail: 'This token is unknown, has expired or was revoked.',
}
const noRulesYet: NotAdmitted = {
  status: 503,
  detail: 'No rules have been read yet.',
  retryAfter: 1,
}

/** Admits an application that evaluates: its flags token decides the environment. */
export function admit(door: Doorkeeper, headers: IncomingHttpHeaders): Admission {
  const token = identify(door, headers)
  if ('status' in token) return token
  if (token.environment === null) {
    return { status: 403, detail: 'This token is not for evaluation: make a flags token.' }
  }
  return admitTo(door, token, token.environment)
}

/** Admits a token, or nobody in particular, to one environment, unless it asks too often. */
export function admitTo(
  door: Doorkeeper,
  token: KnownToken | null,
  environment: string,
): Admission {
  const rules = door.source.rules(environment)
  if (rules === null) return { status: 403, detail: 'The environment of this token is gone.' }
  const wait = door.limit(token?.id ?? 'anonymous', door.now())
  if (wait > 0) {
    return { status: 429, detail: 'Too many requests with this token.', retryAfter: wait }
  }
  return { token, rules }
}

/** Notes that somebody asked for one toggle, or with null for all. */
export function noteUse(
  { uses }: Doorkeeper,
  { token, rules }: Admitted,
  toggle: string | null,
): void {
  uses.note(rules.environment, toggle, token?.id ?? null)
}
