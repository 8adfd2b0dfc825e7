import type { Decision } from '../../domain/roll-call/decision.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { type Lapse, lapses } from '../../domain/roll-call/lapses.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import type { RosterRow } from '../../domain/roll-call/roster.ts'
import type { Db } from '../db.ts'
import { newestRound, rosterOf } from './load-round.ts'

/** The decision that stands for a plan, seen on its present text. */
export interface StandingDecision {
  readonly rollCallId: string
  /** The round's number in its plan. */
  readonly number: number
  readonly decision: Decision
  readonly decidedAt: Date
  readonly roster: readonly RosterRow[]
  /** What a launch allows; null where it allows everything. */
  readonly scope: LaunchScope | null
  /** What it no longer rests on, with what was objected in a round that is open since. */
  readonly lapsed: readonly Lapse[]
  /** The disciplines among them, each once. */
  readonly notCurrent: readonly Discipline[]
  /** The sign-offs that the decision rested on: the newest word of each discipline. */
  readonly signOffIds: readonly string[]
}

/**
 * The decision of a plan's newest decided round, and whether what it rests on still stands: the
 * roster is made anew on the plan's present text. Null when no round is decided. A round that is
 * open meanwhile changes nothing until it is decided, but for a no-go that is said in it.
 */
export async function standingDecision(tx: Db, planId: string): Promise<StandingDecision | null> {
  const round = await newestRound(tx, planId, { decision: { not: null } })
  if (!round?.decision || !round.decidedAt) return null
  const rows = await rosterOf(tx, round)
  const { number, policy } = round
  const open = await newestRound(tx, planId, { decision: null, number: { gt: number } })
  const since = open && { number: open.number, roster: await rosterOf(tx, open) }
  const lapsed = lapses({ number, roster: rows }, since, policy)
  return {
    rollCallId: round.id,
    number,
    decision: round.decision,
    decidedAt: round.decidedAt,
    roster: rows,
    scope: round.scope,
    lapsed,
    notCurrent: [...new Set(lapsed.map(({ discipline }) => discipline))],
    signOffIds: rows.flatMap(({ sign_off }) => sign_off?.id ?? []),
  }
}
