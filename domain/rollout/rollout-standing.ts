import { type SoakStanding, soakStanding } from './soak-standing.ts'
import { type KeyedStage, startsByHand } from './stage-key.ts'
import type { StageRun } from './stage-run.ts'

/** `done`: a later stage began since, or its toggle was archived. `skipped`: a later one began and this one never did. */
export type StageState = 'ahead' | 'running' | 'paused' | 'done' | 'skipped' | 'rolled_back'

export interface StageStanding {
  readonly stage: KeyedStage
  readonly state: StageState
  /** Newest first; none before it was started. */
  readonly runs: readonly StageRun[]
  /** Null before it was started. */
  readonly soak: SoakStanding | null
}

/** Where a rollout is: stage by stage, what is now and what comes next. */
export interface RolloutStanding {
  readonly stages: readonly StageStanding[]
  readonly current: StageStanding | null
  /** Null past the last stage, and where the plan lists none. */
  readonly next: StageStanding | null
  /** Runs of stages that the plan no longer lists under that name and percentage. */
  readonly former: readonly StageRun[]
}

/**
 * Where a rollout is, from the plan's stages and the runs there were. The current stage is the last
 * one in the plan's order that has a live run; the next is the one after it. Nothing here moves
 * anything: a stage begins by a flip or by a person's word. Past the end of its toggle there is
 * neither a current stage nor a next.
 */
export function rolloutStanding(
  stages: readonly KeyedStage[],
  runs: readonly StageRun[],
  now: Date,
): RolloutStanding {
  const runsOf = (key: string) =>
    runs
      .filter(({ stageKey }) => stageKey === key)
      .sort(
        (one, other) => other.startedAt.getTime() - one.startedAt.getTime() || other.run - one.run,
      )
  const found = stages.map((stage) => ({ stage, runs: runsOf(stage.key) }))
  const at = found.findLastIndex(({ runs: own }) => own[0] && own[0].state !== 'rolled_back')
  const isOver = found.some(({ runs: own }) => own[0]?.state === 'ended')
  const standings = found.map(({ stage, runs: own }, index): StageStanding => {
    const newest = own[0]
    return {
      stage,
      state: stateOf(newest, index - at),
      runs: own,
      soak: newest ? soakStanding(stage.soak, newest, now) : null,
    }
  })
  const known = new Set(stages.map(({ key }) => key))
  return {
    stages: standings,
    current: isOver ? null : (standings[at] ?? null),
    next: isOver ? null : (standings[at + 1] ?? null),
    former: runs.filter(({ stageKey }) => !known.has(stageKey)),
  }
}

/** @param beyond how many places a stage stands after the current one. */
function stateOf(newest: StageRun | undefined, beyond: number): StageState {
  if (newest === undefined) return beyond < 0 ? 'skipped' : 'ahead'
  if (newest.state === 'rolled_back') return 'rolled_back'
  if (beyond < 0 || newest.state === 'ended') return 'done'
  return newest.state === 'paused' ? 'paused' : 'running'
}

/**
 * The stage that must have done its time before a share of actors may rise above where it stands:
 * the one just before the next in the plan's order, past the last the last with a percentage. Null where
 * the next is the first.
 *
 * @param share the share before the flip, 0 to 100.
 */
export function stageBefore({ stages }: RolloutStanding, share: number): StageStanding | null {
  const next = stages.findIndex(({ stage }) => (stage.percentage ?? 0) > share)
  if (next >= 0) return stages[next - 1] ?? null
  return stages.findLast(({ stage }) => !startsByHand(stage)) ?? null
}
