import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { keyedStages, stageReached } from '../../domain/rollout/stage-key.ts'
import { LIVE_STATES } from '../../domain/rollout/stage-run.ts'
import { shareOfActors } from '../../domain/rollout/staged-rollout.ts'
import type { ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { holdGoverningPlan } from '../toggles/release-facts.ts'
import type { StateRow } from '../toggles/state-row.ts'
import type { Entry } from '../write-entry.ts'
import { lockRuns } from './stage-runs.ts'
import { beginRun, endRun } from './write-run.ts'

/**
 * What a flip in a protected environment means for the stages of the plan that governs the toggle,
 * written in the flip's own transaction: reaching a stage's percentage starts a run of it, falling
 * below it rolls its run back. A flip to 25 % after that starts a new run of the same stage.
 *
 * @returns an entry for each run that began or ended.
 */
export async function followStages(
  tx: Db,
  actor: Actor,
  row: StateRow,
  after: ToggleState,
): Promise<Entry[]> {
  if (!row.environment.protected) return []
  const from = shareOfActors(row.state)
  const to = shareOfActors(after)
  if (to < from) return leaveStages(tx, [{ row, after }])
  return to > from ? enterStage(tx, actor, row, { from, to }) : []
}

/**
 * Rolls back the live runs whose percentage lies above where a flip leaves its toggle; any number
 * of flips of protected environments, with one look for all of them.
 *
 * @returns an entry for each run that ended.
 */
export async function leaveStages(
  tx: Db,
  flips: readonly { readonly row: StateRow; readonly after: ToggleState }[],
): Promise<Entry[]> {
  const runs = await lockRuns(tx, {
    state: { in: [...LIVE_STATES] },
    toggleId: { in: flips.map(({ row }) => row.toggle.id) },
    environmentId: { in: flips.map(({ row }) => row.environment.id) },
  })
  const entries: Entry[] = []
  for (const { row, after } of flips) {
    const above = runs.filter(
      ({ toggleId, environmentId, percentage }) =>
        toggleId === row.toggle.id &&
        environmentId === row.environment.id &&
        (percentage ?? 0) > shareOfActors(after),
    )
    for (const run of above) entries.push(await endRun(tx, run, row.environment.key))
  }
  return entries
}

async function enterStage(
  tx: Db,
  actor: Actor,
  row: StateRow,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Entry[]> {
  const plan = await holdGoverningPlan(tx, row.toggle.key)
  if (!plan) return []
  const { reading } = await planText(tx, plan.id)
  const stage = stageReached(keyedStages(reading.stages), to)
  if (!stage || (stage.percentage ?? 0) <= from) return []
  const started = await beginRun(tx, actor, {
    id: randomUUID(),
    plan,
    stage,
    environment: row.environment,
    toggle: row.toggle,
    by: 'flip',
    reason: undefined,
  })
  return started === null ? [] : [started]
}
