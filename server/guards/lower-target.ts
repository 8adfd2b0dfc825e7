import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import type { NarrowTarget } from '../../domain/toggle/narrow-to.ts'
import type { Db } from '../db.ts'
import { governingPlan } from '../toggles/release-facts.ts'
import type { StateRow } from '../toggles/state-row.ts'
import type { GuardRow } from './guard-row.ts'

/**
 * How far a guard lowers: to its own share; without one to the highest stage of the plan below
 * where it stands, and off where there is none.
 */
export async function lowerTarget(
  tx: Db,
  { lowerTo }: Pick<GuardRow, 'lowerTo'>,
  row: StateRow,
): Promise<NarrowTarget> {
  if (lowerTo !== null) return { percentage: lowerTo }
  const plan = await governingPlan(tx, row.toggle.key)
  const share = shareOfActors(row.state)
  const below = (plan?.stagedRollout.percentages ?? []).filter(
    (stage) => stage > 0 && stage < share,
  )
  return below.length === 0 ? 'off' : { percentage: Math.max(...below) }
}
