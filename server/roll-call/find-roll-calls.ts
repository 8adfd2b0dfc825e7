import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** One round in a list. */
export interface RollCallSummary {
  readonly id: string
  readonly number: number
  /** The plan's revision when the round opened. */
  readonly revision: number
  readonly opened_by: string
  readonly opened_at: string
  /** Null while the round is open. */
  readonly decision: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  /** What the round is for; null where nobody said. */
  readonly purpose: string | null
}

/**
 * The rounds of a plan, newest first, at most the newest 200.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findRollCalls(actor: Actor, slug: string): Promise<RollCallSummary[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const plan = await db().plan.findUnique({
    where: { slug },
    select: {
      rollCalls: {
        include: {
          openedByPerson: { select: { name: true } },
          decidedByPerson: { select: { name: true } },
          terms: { select: { purpose: true } },
        },
        orderBy: { number: 'desc' },
        take: 200,
      },
    },
  })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  return plan.rollCalls.map((row) => ({
    id: row.id,
    number: row.number,
    revision: row.revision,
    opened_by: row.openedByPerson.name,
    opened_at: row.openedAt.toISOString(),
    decision: row.decision,
    decided_by: row.decidedByPerson?.name ?? null,
    decided_at: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    purpose: row.terms?.purpose ?? null,
  }))
}
