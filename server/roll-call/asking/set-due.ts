import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../domain/actor.ts'
import { Refused } from '../../../domain/refusal.ts'
import { change, type Done } from '../../change.ts'
import { lockPlan } from '../../plans/lock-plan.ts'
import { imageOf } from '../../write-entry.ts'
import { databaseNow } from '../database-now.ts'
import { findRound } from '../load-round.ts'

/** By when a round wants its sign-offs; null takes the date back. */
export interface SetDue {
  readonly slug: string
  /** The round's id. */
  readonly rollCall: string
  readonly neededBy: Date | null
}

/**
 * Sets the date of an open round, by which its disciplines are to speak: they are reminded before
 * it and once after. Nothing else depends on it.
 *
 * @throws Refused `roll_call_closed`, `invalid` for a moment that has passed, `not_found`, `forbidden`.
 */
export async function setDue(
  actor: Actor,
  { slug, rollCall, neededBy }: SetDue,
): Promise<Done<{ needed_by: string | null }>> {
  const attempt = { tried: `set the date of a roll call of "${slug}"`, target: { plan: slug } }
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'roll_call.open', slug)
    const round = await findRound(tx, plan.id, rollCall)
    if (!round) throw new Refused({ code: 'not_found', what: 'roll call', key: rollCall })
    if (round.decision !== null) {
      throw new Refused({ code: 'roll_call_closed', number: round.number })
    }
    if (neededBy !== null && neededBy <= (await databaseNow(tx))) {
      const message = 'has passed already: name a moment to come.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'needed_by', message }] })
    }
    const needed_by = neededBy?.toISOString() ?? null
    const kept = await tx.rollCallDue.findUnique({ where: { rollCallId: round.id } })
    if ((kept?.neededBy ?? null) === needed_by) {
      return { result: { needed_by }, entries: 'unchanged' }
    }
    const id = kept?.id ?? randomUUID()
    const before = kept ? await imageOf(tx, 'roll_call_due', id) : null
    if (kept) {
      await tx.rollCallDue.updateMany({
        where: { id, version: kept.version },
        data: { neededBy: needed_by, version: kept.version + 1 },
      })
    } else {
      await tx.rollCallDue.create({ data: { id, rollCallId: round.id, neededBy: needed_by } })
    }
    return {
      result: { needed_by },
      entries: [
        {
          type: 'roll_call.due_set',
          target: { plan: slug, roll_call: round.number },
          data: { needed_by },
          changed: [{ entity: 'roll_call_due', id, before }],
        },
      ],
    }
  })
}
