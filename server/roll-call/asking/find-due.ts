import type { Actor } from '../../../domain/actor.ts'
import { may } from '../../../domain/permissions.ts'
import { Refused } from '../../../domain/refusal.ts'
import { db } from '../../db.ts'
import { findRound } from '../load-round.ts'

/** By when an open round wants its sign-offs. */
export interface Due {
  /** UTC, RFC 3339; null when it has no date. */
  readonly needed_by: string | null
  readonly is_overdue: boolean
  readonly may_set: boolean
}

/**
 * The date of a round by its id; null for one that is decided or that is not there.
 *
 * @throws Refused `forbidden`.
 */
export async function findDue(actor: Actor, rollCall: string): Promise<Due | null> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const round = await db().rollCall.findUnique({
    where: { id: rollCall },
    select: {
      decision: true,
      due: { select: { neededBy: true } },
      plan: { select: { teamId: true } },
    },
  })
  if (!round || round.decision !== null) return null
  const needed_by = round.due?.neededBy ?? null
  return {
    needed_by,
    is_overdue: needed_by !== null && new Date(needed_by) <= new Date(),
    may_set: may(actor, 'roll_call.open', round.plan.teamId),
  }
}

/**
 * The date of an open round of a plan.
 *
 * @throws Refused `forbidden`; `not_found` also for a round that is decided.
 */
export async function findRoundDue(actor: Actor, slug: string, rollCall: string): Promise<Due> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const plan = await db().plan.findUnique({ where: { slug }, select: { id: true } })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  const round = await findRound(db(), plan.id, rollCall)
  const due = round && (await findDue(actor, round.id))
  if (due === null) throw new Refused({ code: 'not_found', what: 'open roll call', key: rollCall })
  return due
}
