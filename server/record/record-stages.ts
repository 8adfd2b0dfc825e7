import type { StageOutcome } from '../../domain/plan/outcomes.ts'
import type { RecordedRun } from '../../domain/record/recorded-outcome.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { rolloutStanding } from '../../domain/rollout/rollout-standing.ts'
import { soakStanding } from '../../domain/rollout/soak-standing.ts'
import { type KeyedStage, keyedStages } from '../../domain/rollout/stage-key.ts'
import { isLive } from '../../domain/rollout/stage-run.ts'
import type { Db } from '../db.ts'
import { recordRuns, type ToldRun } from './record-runs.ts'
import type { RecordSpan } from './record-span.ts'

const RUNS_SHOWN = 200

/**
 * A plan's stages at the end of a span: what the text says of each, and each time that it was
 * carried out, standing as at the span's last entry.
 */
export async function recordStages(
  tx: Db,
  planId: string,
  { said, span }: { readonly said: readonly StageOutcome[]; readonly span: RecordSpan },
): Promise<Pick<ReleaseRecord, 'stages' | 'former_runs'>> {
  const keyed = keyedStages(said)
  const runs = await recordRuns(tx, planId, span.seq)
  const end = new Date(span.at)
  const listed = (its: readonly ToldRun[]) => ({
    total: its.length,
    shown: its.slice(-RUNS_SHOWN).map((one) => standingRun(one, runs, keyed, end)),
  })
  const known = new Set(keyed.map(({ key }) => key))
  return {
    stages: said.map((stage, index) => ({
      ...stage,
      runs: listed(runs.filter(({ run }) => run.stageKey === keyed[index]?.key)),
    })),
    former_runs: listed(runs.filter(({ run }) => !known.has(run.stageKey))),
  }
}

function standingRun(
  one: ToldRun,
  runs: readonly ToldRun[],
  stages: readonly KeyedStage[],
  end: Date,
): RecordedRun {
  const { run, shown } = one
  const lane = runs.filter(
    ({ environmentId, toggleId }) =>
      environmentId === one.environmentId &&
      (one.toggleId === null || toggleId === null || toggleId === one.toggleId),
  )
  const rollout = rolloutStanding(
    stages,
    lane.map((each) => each.run),
    end,
  )
  const stage = rollout.stages.find((each) => each.stage.key === run.stageKey)
  const soak = soakStanding(stage?.stage.soak ?? one.soak, run, end)
  const live = isLive(run)
  return {
    ...shown,
    standing: standingOf(run, stage?.state === 'done', soak.over),
    soak_ends_at: live ? (soak.endsAt?.toISOString() ?? null) : null,
  }
}

function standingOf(
  { state }: ToldRun['run'],
  isDone: boolean,
  isSoaked: boolean,
): RecordedRun['standing'] {
  if (state === 'rolled_back' || state === 'ended') return state
  if (isDone) return 'done'
  if (state === 'paused') return 'paused'
  return isSoaked ? 'running' : 'soaking'
}
