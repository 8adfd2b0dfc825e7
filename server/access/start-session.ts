import type { PersonActor } from '../../domain/actor.ts'
import { change } from '../change.ts'
import { db } from '../db.ts'
import { ACTOR_PERSON, membershipsOf } from './memberships.ts'
import { findSignInPolicy } from './sign-in-policy.ts'
import { hashToken } from './token.ts'

const HOUR_MS = 3_600_000
const AGENT_LENGTH = 300
const NEVER = new Date(0)

interface NewSession {
  readonly token: string
  readonly personId: string
  /** When the provider says that the person proved who they are; null: not fresh, whenever that was. */
  readonly authenticatedAt: Date | null
  readonly address: string | null
  /** What the browser calls itself. */
  readonly agent: string | null
  readonly requestId: string
}

/**
 * Starts a session; only the hash of its token is kept.
 *
 * @returns when it ends at the latest.
 */
export async function startSession(session: NewSession): Promise<Date> {
  const { token, personId, authenticatedAt, address, agent, requestId } = session
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
  const { absolute_hours: hours } = await findSignInPolicy()
  const expiresAt = new Date(Date.now() + hours * HOUR_MS)
  await change(actor, { tried: 'sign in', target: {} }, async (tx) => {
    await tx.session.create({
      data: {
        tokenHash: hashToken(token),
        personId,
        authTime: authenticatedAt ?? NEVER,
        expiresAt,
        address,
        agent: agent?.replace(/\p{Cc}/gu, ' ').slice(0, AGENT_LENGTH) ?? null,
      },
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
