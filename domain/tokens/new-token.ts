import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { LIMITED } from '../permission-table.ts'
import { may } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { freshlySignedIn } from '../roll-call/fresh-sign-in.ts'

/** Whose a token is: a person's own, a service account's, or an application's that evaluates. */
export const TOKEN_KINDS = ['person', 'service', 'flags'] as const

export type TokenKind = (typeof TOKEN_KINDS)[number]

/** What a service account can be let do (see PERMISSIONS); none signs or flips what is protected. */
export const SERVICE_SCOPES = ['read', 'plan', 'register', 'flip', 'archive'] as const

/** What a new token takes, from a form or a program. */
export const newTokenInput = z.strictObject({
  kind: z.enum(TOKEN_KINDS, 'is person, service or flags.'),
  name: z
    .string('is a text.')
    .trim()
    .min(1, 'must not be empty.')
    .max(80, 'is 80 characters at most.'),
  environment: z.string('is the key of an environment.').nullish(),
  scopes: z.array(z.enum(SERVICE_SCOPES, `is one of ${SERVICE_SCOPES.join(', ')}.`)).nullish(),
  may_sign_and_widen: z.boolean('is true or false.').nullish(),
  lasts_hours: z.int('is a whole number of hours.').min(1, 'is 1 at least.').nullish(),
})

export type NewTokenInput = z.infer<typeof newTokenInput>

const DAY_HOURS = 24

/** The longest that a token of each sort is good for, in hours. */
const LONGEST_HOURS = {
  /** A person's that may sign or widen production: contract, "expires within a day". */
  acting: DAY_HOURS,
  limited: 90 * DAY_HOURS,
  service: 365 * DAY_HOURS,
  flags: 365 * DAY_HOURS,
} as const

/** What a token is to be, once it is known to be allowed. */
export interface TokenTerms {
  readonly kind: TokenKind
  readonly name: string
  /** The key of the environment that a flags token reads. */
  readonly environment: string | null
  readonly scopes: readonly string[]
  readonly lastsHours: number
}

/**
 * Whether this token may be made, and on what terms. A person makes their own under a fresh sign-in
 * and never through another token; tokens of service accounts and applications are made by whoever
 * manages tokens. What may sign or widen what is protected ends within a day.
 */
export function judgeNewToken(
  actor: Actor,
  input: NewTokenInput,
  now: Date,
): { readonly terms: TokenTerms } | { readonly refusal: Refusal } {
  const fresh: Refusal = { code: 'fresh_sign_in_needed', action: 'make a token' }
  if (actor.kind !== 'person') return { refusal: { code: 'forbidden', action: 'token.manage' } }
  if (input.kind === 'person') {
    if (actor.tokenId !== null) {
      const detail = 'A token makes no personal tokens: sign in and make it in Settings.'
      return { refusal: { code: 'not_permitted', detail } }
    }
    if (actor.memberships.length === 0) {
      const detail = 'You have no role yet, so that a token of yours could do nothing.'
      return { refusal: { code: 'not_permitted', detail } }
    }
  } else if (!may(actor, 'token.manage')) {
    return { refusal: { code: 'forbidden', action: 'token.manage' } }
  }
  if (!freshlySignedIn(actor, now)) return { refusal: fresh }
  const errors = misfits(input)
  if (errors.length > 0) return { refusal: { code: 'invalid', errors } }
  const longest = LONGEST_HOURS[sortOf(input)]
  const lastsHours = input.lasts_hours ?? Math.min(longest, 90 * DAY_HOURS)
  if (lastsHours > longest) {
    const message = `is ${longest} at most for this token.`
    return { refusal: { code: 'invalid', errors: [{ path: 'lasts_hours', message }] } }
  }
  const { kind, name, environment, scopes } = input
  const own = input.may_sign_and_widen === true ? [] : [LIMITED]
  return {
    terms: {
      kind,
      name,
      environment: environment ?? null,
      scopes: kind === 'person' ? own : [...new Set(scopes ?? [])],
      lastsHours,
    },
  }
}

function sortOf({ kind, may_sign_and_widen: acts }: NewTokenInput): keyof typeof LONGEST_HOURS {
  if (kind !== 'person') return kind
  return acts === true ? 'acting' : 'limited'
}

/** What does not go with the kind of the token, or lacks. */
function misfits(input: NewTokenInput): { path: string; message: string }[] {
  const { kind, environment, scopes, may_sign_and_widen: acts } = input
  const errors: { path: string; message: string }[] = []
  if (kind === 'flags' && !environment) {
    errors.push({ path: 'environment', message: 'is needed: a flags token reads one environment.' })
  }
  if (kind !== 'flags' && environment) {
    errors.push({ path: 'environment', message: 'belongs to flags tokens alone.' })
  }
  if (kind === 'service' && (scopes ?? []).length === 0) {
    errors.push({ path: 'scopes', message: `is needed: ${SERVICE_SCOPES.join(', ')}.` })
  }
  if (kind !== 'service' && (scopes ?? []).length > 0) {
    errors.push({ path: 'scopes', message: 'belongs to service accounts alone.' })
  }
  if (kind !== 'person' && acts === true) {
    const message = 'belongs to personal tokens alone: no other signs or widens what is protected.'
    errors.push({ path: 'may_sign_and_widen', message })
  }
  return errors
}
