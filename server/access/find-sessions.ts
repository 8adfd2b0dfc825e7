import type { Actor } from '../../domain/actor.ts'
import { hasRunOut } from '../../domain/people/sign-in-policy.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { findSignInPolicy } from './sign-in-policy.ts'

/** A session that stands. */
export interface SessionSummary {
  readonly id: string
  readonly signed_in_at: string
  readonly last_seen_at: string
  readonly expires_at: string
  /** From where it began; null when that is not known. */
  readonly address: string | null
  /** What the browser calls itself, shortened. */
  readonly agent: string | null
  /** Whether the asker asks through this one. */
  readonly is_current: boolean
}

/**
 * The sessions of somebody that stand, the last seen first: one's own, or anybody's for whoever
 * manages people.
 *
 * @throws Refused `forbidden` for another's, `not_found`.
 */
export async function findSessions(actor: Actor, personId: string): Promise<SessionSummary[]> {
  if (personId !== actor.id && !may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  const [person, policy] = await Promise.all([
    db().person.findUnique({
      where: { id: personId },
      select: {
        sessions: { orderBy: { lastSeenAt: 'desc' } },
        memberships: { where: { revoked: false, role: 'administrator' }, select: { id: true } },
      },
    }),
    findSignInPolicy(),
  ])
  if (!person) throw new Refused({ code: 'not_found', what: 'person', key: personId })
  const now = new Date()
  return person.sessions
    .filter((row) => !hasRunOut(row, policy, person.memberships.length > 0, now))
    .map((row) => ({
      id: row.id,
      signed_in_at: row.createdAt.toISOString(),
      last_seen_at: row.lastSeenAt.toISOString(),
      expires_at: row.expiresAt.toISOString(),
      address: row.address,
      agent: row.agent,
      is_current: actor.kind === 'person' && row.id === actor.sessionId,
    }))
}
