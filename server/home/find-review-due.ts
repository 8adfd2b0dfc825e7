import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { db } from '../db.ts'

/** What of the log its reviewer has not read yet. */
export interface ReviewDue {
  readonly entries: number
  /** Overrides that nobody has reviewed, wherever in the log they are. */
  readonly open_overrides: number
  /** When they reviewed it last: ISO 8601, UTC; null when never. */
  readonly last: string | null
}

/** Null for who does not review the log, and when all of it was read. */
export async function findReviewDue(actor: Actor): Promise<ReviewDue | null> {
  if (actor.kind !== 'person' || !may(actor, 'audit.review')) return null
  const [newest, own, open] = await Promise.all([
    db().auditChain.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } }),
    db().logReview.findFirst({
      where: { personId: actor.id },
      orderBy: { upTo: 'desc' },
      select: { upTo: true, createdAt: true },
    }),
    db().override.count({ where: { reviewedBy: null } }),
  ])
  const entries = Number(newest?.seq ?? 0n) - Number(own?.upTo ?? 0n)
  // The review itself is an entry: alone, it asks for no other.
  if (entries <= 1 && open === 0) return null
  return { entries, open_overrides: open, last: own?.createdAt.toISOString() ?? null }
}
