import type { Origin } from '../../domain/actor.ts'
import { problem } from '../problem.ts'
import { NotReadable } from '../read-body.ts'
import { failuresOf } from './failed-tokens.ts'
import { findSession } from './find-session.ts'
import { findTokenActor, type Known } from './find-token-actor.ts'
import { sessionCookieName, siteOrigin } from './session-cookie.ts'

interface Caller {
  readonly actor: Known
  readonly via: Origin['via']
}

/**
 * Who asks: by `Authorization: Bearer`, else by the session cookie. A write with the cookie must
 * come from our own pages: its Origin is compared, a missing one or `null` is foreign.
 *
 * @throws NotReadable with a 401, 403 or 429.
 */
export async function identify(request: Request, writes: boolean): Promise<Caller> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return { actor: await byToken(request, authorization), via: 'api' }
  const token = cookieOf(request, sessionCookieName(siteOrigin()))
  const session = token ? await findSession(token) : null
  if (!session)
    throw new NotReadable(unauthorized('Sign in, or send a token as Authorization: Bearer.'))
  if (writes) requireOwnPage(request)
  return { actor: session.actor, via: 'page' }
}

async function byToken(request: Request, authorization: string): Promise<Known> {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const failures = failuresOf(address)
  const wait = failures.secondsToWait()
  if (wait > 0) {
    const detail = `Too many bad tokens came from this address. Try again in ${wait} seconds.`
    throw new NotReadable(problem('too_many_requests', detail, { 'retry-after': String(wait) }))
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  const actor = token === undefined ? null : await findTokenActor(token)
  if (actor) return actor
  failures.note()
  throw new NotReadable(unauthorized('The token is unknown, expired or revoked.'))
}

function unauthorized(detail: string): Response {
  return problem('not_signed_in', detail, { 'www-authenticate': 'Bearer' })
}

function requireOwnPage(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (request.headers.get('origin') === siteOrigin() && (site === null || site === 'same-origin'))
    return
  throw new NotReadable(
    problem(
      'foreign_origin',
      'A change made with a session must come from a page of Rollcall itself. Programs use a token.',
    ),
  )
}

function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}
