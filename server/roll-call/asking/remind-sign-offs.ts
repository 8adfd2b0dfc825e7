import { reminderDue } from '../../../domain/roll-call/asking.ts'
import { systemActor } from '../../access/system-actor.ts'
import { change } from '../../change.ts'
import { db } from '../../db.ts'
import { askRound, type Why } from './ask-round.ts'

const why: Why = ({ row, neededBy, now, askedAt }) => {
  // An edit asks by itself; that a word's time ran out, only the clock can say.
  if (row.stale_because === 'expired') return 'stale'
  return neededBy === null ? null : reminderDue({ neededBy, now, askedAt })
}

/**
 * Reminds, in the system's name, those who have not spoken in an open round whose date comes near:
 * a day and an hour before, and when it is overdue, each once; and asks again whose word's time ran
 * out. Answers how many were told.
 */
export async function remindSignOffs(): Promise<number> {
  const rounds = await db().rollCall.findMany({
    where: { decision: null },
    select: { id: true, number: true, plan: { select: { slug: true } } },
    orderBy: { openedAt: 'asc' },
  })
  let reminded = 0
  for (const { id, number, plan } of rounds) {
    const actor = systemActor()
    const target = { plan: plan.slug, roll_call: number }
    const { result } = await change(actor, { tried: 'remind of sign-offs', target }, (tx) =>
      askRound(tx, actor, { slug: plan.slug, rollCall: id }, why),
    )
    reminded += result
  }
  return reminded
}
