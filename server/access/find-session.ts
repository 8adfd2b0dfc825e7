import type { PersonActor } from '../../domain/actor.ts'
import { hasRunOut } from '../../domain/people/sign-in-policy.ts'
import { db } from '../db.ts'
import { ACTOR_PERSON, delegationsOf, membershipsOf } from './memberships.ts'
import { findSignInPolicy } from './sign-in-policy.ts'
import { hashToken } from './token.ts'

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
  const [row, policy] = await Promise.all([rowOf(token), findSignInPolicy()])
  const now = new Date()
  if (!row || row.person.disabled) return null
  const administers = row.person.memberships.some(({ role }) => role === 'administrator')
  if (hasRunOut(row, policy, administers, now)) return null
  if (row.lastSeenAt.getTime() + SEEN_EVERY_MS < now.getTime()) {
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } })
  }
  return {
    sessionId: row.id,
    email: row.person.email,
    actor: {
      kind: 'person',
      id: row.person.id,
      name: row.person.name,
      memberships: membershipsOf(row.person.memberships),
      delegations: delegationsOf(row.person.delegationsTo, now),
      authenticatedAt: row.authTime,
      sessionId: row.id,
      tokenId: null,
    },
  }
}

function rowOf(token: string) {
  return db().session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      authTime: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      person: { select: ACTOR_PERSON },
    },
  })
}
