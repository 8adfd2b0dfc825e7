import type { Actor } from '../../domain/actor.ts'
import type { Target } from '../../domain/audit/entry.ts'
import type { KeyedStage } from '../../domain/rollout/stage-key.ts'
import { LIVE_STATES } from '../../domain/rollout/stage-run.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import type { RunRow } from './stage-runs.ts'

interface Beginning {
  readonly id: string
  readonly plan: { readonly id: string; readonly slug: string }
  readonly stage: KeyedStage
  readonly environment: { readonly id: string; readonly key: string }
  /** Null where it is started by hand for every toggle of the plan. */
  readonly toggle: { readonly id: string; readonly key: string } | null
  readonly by: 'flip' | 'hand'
  readonly reason: string | undefined
}

/** Begins a run of a stage. Null when one is live already: then nothing is written. */
export async function beginRun(tx: Db, actor: Actor, begin: Beginning): Promise<Entry | null> {
  const { id, plan, stage, environment, toggle } = begin
  const lane = {
    planId: plan.id,
    environmentId: environment.id,
    toggleId: toggle?.id ?? null,
    stageKey: stage.key,
  }
  const newest = await tx.stageRun.findFirst({
    where: lane,
    select: { run: true, state: true },
    orderBy: { run: 'desc' },
  })
  if (newest && LIVE_STATES.some((state) => state === newest.state)) return null
  const run = (newest?.run ?? 0) + 1
  const startedAt = await databaseNow(tx)
  const startedBy = actor.kind === 'person' ? actor.id : null
  const { label, percentage, soak } = stage
  await tx.stageRun.create({
    data: { id, ...lane, label, percentage, soak, run, startedAt, startedBy },
  })
  return {
    type: 'stage.started',
    target: targetOf(plan.slug, environment.key, toggle?.key ?? null),
    data: { stage: label, percentage, run, by: begin.by },
    texts: begin.reason === undefined ? {} : { reason: begin.reason },
    changed: [{ entity: 'stage_run', id, before: null }],
  }
}

/**
 * Ends a live run that this transaction holds: its toggle fell below the stage, or was archived.
 */
export async function endRun(
  tx: Db,
  run: RunRow,
  environment: string,
  how: 'rolled_back' | 'ended' = 'rolled_back',
): Promise<Entry> {
  const changed = await changeRun(tx, run, {
    state: how,
    pausedAt: null,
    endedAt: await databaseNow(tx),
  })
  return {
    type: `stage.${how}`,
    target: targetOf(run.plan, environment, run.toggle),
    data: runData(run),
    changed: [changed],
  }
}

/** Writes new columns of a run that this transaction holds. */
export async function changeRun(
  tx: Db,
  run: RunRow,
  data: Prisma.StageRunUncheckedUpdateManyInput,
): Promise<Entry['changed'][number]> {
  const before = await imageOf(tx, 'stage_run', run.id)
  const { count } = await tx.stageRun.updateMany({
    where: { id: run.id, version: run.version },
    data: { ...data, version: run.version + 1 },
  })
  if (count !== 1) throw new Error(`the run ${run.id} changed although it was held`)
  return { entity: 'stage_run', id: run.id, before }
}

/** What every entry on a run says of it. */
export function runData({ label, percentage, run }: RunRow) {
  return { stage: label, percentage, run }
}

/** What an entry on a run is about. */
export function targetOf(plan: string, environment: string, toggle: string | null): Target {
  return toggle === null ? { plan, environment } : { plan, environment, toggle }
}
