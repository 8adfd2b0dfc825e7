import { type RolloutStanding, rolloutStanding } from '../../domain/rollout/rollout-standing.ts'
import type { KeyedStage } from '../../domain/rollout/stage-key.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { StateRow } from '../toggles/state-row.ts'
import { findRuns } from './stage-runs.ts'

/** Where the rollout of one toggle in one environment is, by its plan's stages and their runs. */
export async function rolloutNow(
  tx: Db,
  plan: { readonly id: string; readonly stages: readonly KeyedStage[] },
  row: Pick<StateRow, 'toggle' | 'environment'>,
): Promise<RolloutStanding> {
  if (plan.stages.length === 0) return rolloutStanding([], [], new Date(0))
  const runs = await findRuns(tx, {
    planId: plan.id,
    environmentId: row.environment.id,
    OR: [{ toggleId: row.toggle.id }, { toggleId: null }],
  })
  return rolloutStanding(plan.stages, runs, await databaseNow(tx))
}
