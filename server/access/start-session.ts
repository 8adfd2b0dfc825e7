import type { PersonActor } from '../../domain/actor.ts'
import { change } from '../change.ts'
import { db } from '../db.ts'
import { SESSION_LIMITS } from './find-session.ts'
import { ACTOR_PERSON, membershipsOf } from './memberships.ts'
import { hashToken } from './token.ts'

interface NewSession {
  readonly token: string
  readonly personId: string
  readonly authenticatedAt: Date
  readonly address: string | null
  readonly requestId: string
}

/**
 * Starts a session; only the hash of its token is kept.
 *
 * @returns when it ends at the latest.
 */
export async function startSession(session: NewSession): Promise<Date> {
  const { token, personId, authenticatedAt, address, requestId } = session
  const person = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: ACTOR_PERSON,
  })
  const actor: PersonActor = {
    kind: 'person',
    id: person.id,
    name: person.name,
    memberships: membershipsOf(person.memberships),
    authenticatedAt,
    tokenId: null,
    origin: { requestId, via: 'page', address, idempotency: null },
  }
  const expiresAt = new Date(Date.now() + SESSION_LIMITS.absoluteMs)
  await change(actor, { tried: 'sign in', target: {} }, async (tx) => {
    await tx.session.create({
      data: { tokenHash: hashToken(token), personId, authTime: authenticatedAt, expiresAt },
    })
    const entry = {
      type: 'session.started',
      target: {},
      data: { method: 'oidc' },
      changed: [],
    } as const
    return { result: null, entries: [entry] }
  })
  return expiresAt
}
