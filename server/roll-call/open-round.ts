import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { findRound, type Round } from './load-round.ts'

/**
 * The round of a locked plan that takes answers now.
 *
 * @param id the round that was meant; left out, the newest.
 * @throws Refused `not_found`, `no_open_roll_call`, or `roll_call_closed` once it is decided.
 */
export async function openRound(tx: Db, plan: PlanRow, id?: string): Promise<Round> {
  const round = await findRound(tx, plan.id, id)
  if (!round) {
    throw new Refused(
      id === undefined
        ? { code: 'no_open_roll_call', plan: plan.slug }
        : { code: 'not_found', what: 'roll call', key: id },
    )
  }
  if (round.decision !== null) throw new Refused({ code: 'roll_call_closed', number: round.number })
  return round
}
