import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { AskedDiscipline } from '../../domain/roll-call/disciplines-to-ask.ts'
import type { RosterRow } from '../../domain/roll-call/roster.ts'
import type { Db } from '../db.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import { newestRound, type Round, rosterOf } from './load-round.ts'

/** The round that a discipline speaks in, and where it stands there. */
export interface Speaking {
  readonly round: Round
  readonly asked: AskedDiscipline
  readonly roster: readonly RosterRow[]
  readonly row: RosterRow
}

/**
 * The round of a locked plan in which a discipline may speak now: its newest, while it is open; and
 * after it has decided to launch for whoever objects, so that a late no-go is on the launch it is
 * about. (Product rule 3: what is said late blocks what comes, and undoes nothing.)
 *
 * @throws Refused `no_open_roll_call`, `roll_call_closed`, `not_found` for who is not asked.
 */
export async function speakingRound(
  tx: Db,
  plan: PlanRow,
  discipline: Discipline,
  { objects }: { readonly objects: boolean },
): Promise<Speaking> {
  const round = await newestRound(tx, plan.id)
  if (!round) throw new Refused({ code: 'no_open_roll_call', plan: plan.slug })
  const isOpen = round.decision === null || (round.decision === 'launch' && objects)
  if (!isOpen) throw new Refused({ code: 'roll_call_closed', number: round.number })
  const roster = await rosterOf(tx, round)
  const asked = round.disciplines.find((one) => one.discipline === discipline)
  const row = roster.find((one) => one.discipline === discipline)
  if (asked && row) return { round, asked, roster, row }
  const dropped = round.dropped.find((one) => one.discipline === discipline)
  if (dropped) {
    const detail = `The plan dropped ${disciplineName(discipline)} from roll call ${round.number}: ${dropped.reason}`
    throw new Refused({ code: 'not_permitted', detail })
  }
  throw new Refused({ code: 'not_found', what: 'discipline of this roll call', key: discipline })
}
