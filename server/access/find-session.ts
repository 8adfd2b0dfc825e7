import type { PersonActor } from '../../domain/actor.ts'
import { db } from '../db.ts'
import { ACTOR_PERSON, delegationsOf, membershipsOf } from './memberships.ts'
import { hashToken } from './token.ts'

/** A session ends after this long without a request, and this long after it began. */
export const SESSION_LIMITS = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 } as const

const SEEN_EVERY_MS = 60_000

export interface FoundSession {
  readonly sessionId: string
  readonly email: string | null
  readonly actor: Omit<PersonActor, 'origin'>
}

/**
 * Whose session a cookie's token opens, as the database says now: a revoked session or a disabled
 * person is out at the next request. Null when it opens none.
 */
export async function findSession(token: string): Promise<FoundSession | null> {
  const row = await db().session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      authTime: true,
      lastSeenAt: true,
      expiresAt: true,
      person: { select: ACTOR_PERSON },
    },
  })
  const now = Date.now()
  if (!row || row.person.disabled || row.expiresAt.getTime() <= now) return null
  if (row.lastSeenAt.getTime() + SESSION_LIMITS.idleMs <= now) return null
  if (row.lastSeenAt.getTime() + SEEN_EVERY_MS < now) {
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: new Date(now) } })
  }
  return {
    sessionId: row.id,
    email: row.person.email,
    actor: {
      kind: 'person',
      id: row.person.id,
      name: row.person.name,
      memberships: membershipsOf(row.person.memberships),
      delegations: delegationsOf(row.person.delegationsTo, new Date(now)),
      authenticatedAt: row.authTime,
      tokenId: null,
    },
  }
}
