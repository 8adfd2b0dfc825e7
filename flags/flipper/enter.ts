import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Admitted, admitTo, type Doorkeeper, identify, tokenOf } from '../admit.ts'
import type { KnownToken } from '../prepare-rules.ts'
import { tellRefusal } from '../respond.ts'
import { readQuery } from './address.ts'
import { refuse } from './errors.ts'

/** Who calls Flipper's API and for which environment. */
export interface Entered extends Admitted {
  readonly token: KnownToken
  /** The token as it was sent. */
  readonly sent: string
}

/**
 * Lets a caller of Flipper's API in. A flags token decides the environment; a person's or a service
 * account's token has none, so the call names it: header `Rollcall-Environment` or the query's
 * `environment`. Null when the reply already says why not.
 */
export function enter(
  door: Doorkeeper,
  request: FastifyRequest,
  reply: FastifyReply,
): Entered | null {
  const token = identify(door, request.headers)
  if ('status' in token) {
    tellRefusal(reply, token)
    refuse(reply, token.status, token.detail)
    return null
  }
  const environment = token.environment ?? environmentOf(request)
  if (environment === null) {
    refuse(reply, 400, 'Say for which environment, in the header Rollcall-Environment.')
    return null
  }
  const admission = admitTo(door, token, environment)
  if ('status' in admission) {
    tellRefusal(reply, admission)
    refuse(reply, admission.status, admission.detail)
    return null
  }
  return { token, sent: tokenOf(request.headers) ?? '', rules: admission.rules }
}

function environmentOf(request: FastifyRequest): string | null {
  const header = request.headers['rollcall-environment']
  if (typeof header === 'string' && header !== '') return header
  return readQuery(request.originalUrl).get('environment') || null
}
