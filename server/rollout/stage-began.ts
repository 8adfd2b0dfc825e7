import { Refused } from '../../domain/refusal.ts'
import { type KeyedStage, keyedStages } from '../../domain/rollout/stage-key.ts'
import { LIVE_STATES } from '../../domain/rollout/stage-run.ts'
import type { Db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import type { Entry } from '../write-entry.ts'
import { findRuns, lockRuns } from './stage-runs.ts'
import { endRun } from './write-run.ts'

/** Which runs are meant: of a plan in an environment, of one toggle or of all. */
export interface RunsMeant {
  readonly planId: string
  readonly environment: { readonly id: string; readonly key: string }
  /** Null for every toggle of the plan and the runs that all of them share. */
  readonly toggleId: string | null
}

/** A stage that runs and can be undone. */
export interface UndoableStage {
  /** Its number in the plan as it is now, from 1. */
  readonly n: number
  readonly label: string
}

function live({ planId, environment, toggleId }: RunsMeant) {
  return {
    planId,
    environmentId: environment.id,
    state: { in: [...LIVE_STATES] },
    ...(toggleId === null ? {} : { OR: [{ toggleId }, { toggleId: null }] }),
  }
}

async function stagesOf(tx: Db, planId: string): Promise<readonly KeyedStage[]> {
  const { reading } = await planText(tx, planId)
  return keyedStages(reading.stages)
}

/** The stages that run, the plan's first first: those that a rollback can go to before. */
export async function undoableStages(tx: Db, meant: RunsMeant): Promise<UndoableStage[]> {
  const runs = await findRuns(tx, live(meant))
  return (await stagesOf(tx, meant.planId))
    .filter(({ key }) => runs.some(({ stageKey }) => stageKey === key))
    .map(({ n, label }) => ({ n, label }))
}

/**
 * Where the log tells that a stage began: the first entry of whatever started the earliest of its live
 * runs, which is the flip where a flip reached it. What stood right before is what a rollback of the
 * stage restores.
 *
 * @param n the stage's number in the plan as it is now, from 1.
 * @returns the entry's number.
 * @throws Refused `not_found` for a number without a stage, `stage_not_ready` where it does not run.
 */
export async function stageBegan(tx: Db, meant: RunsMeant, n: number): Promise<number> {
  const stage = (await stagesOf(tx, meant.planId))[n - 1]
  if (!stage) throw new Refused({ code: 'not_found', what: 'stage', key: String(n) })
  const runs = await findRuns(tx, { AND: [live(meant), { stageKey: stage.key }] })
  const began = await firstEntries(
    tx,
    runs.map(({ id }) => id),
  )
  const first = Math.min(...began.values())
  if (Number.isFinite(first)) return first
  const detail = `“${stage.label}” does not run in ${meant.environment.key}: there is nothing of it to undo.`
  throw new Refused({ code: 'stage_not_ready', detail })
}

/**
 * Ends the runs that began at an entry of the log or later and still live, by hand or by a flip: they
 * can be run again.
 *
 * @returns an entry for each.
 */
export async function endRunsSince(tx: Db, meant: RunsMeant, seq: number): Promise<Entry[]> {
  const { planId, environment, toggleId } = meant
  const runs = await lockRuns(tx, {
    planId,
    environmentId: environment.id,
    state: { in: [...LIVE_STATES] },
    // A run that all toggles share is not one toggle's to end.
    ...(toggleId === null ? {} : { toggleId }),
  })
  const began = await firstEntries(
    tx,
    runs.map(({ id }) => id),
  )
  const entries: Entry[] = []
  for (const run of runs) {
    if ((began.get(run.id) ?? 0) >= seq) entries.push(await endRun(tx, run, environment.key))
  }
  return entries
}

/** For each run the number of the first entry of the request that began it. */
async function firstEntries(
  tx: Db,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (runIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; seq: bigint }[]>`
    SELECT c.entity_id AS id, min(h.seq) AS seq
      FROM audit.change c
      JOIN audit.event began ON began.id = c.event_id
      JOIN audit.event e ON e.request_id = began.request_id AND e.xid = began.xid
      JOIN audit.chain h ON h.event_id = e.id
     WHERE c.entity = 'stage_run' AND c.version = 1 AND c.entity_id = ANY (${[...runIds]}::uuid[])
     GROUP BY c.entity_id`
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]))
}
