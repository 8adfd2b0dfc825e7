import type { Metric } from './criterion.ts'

export const RUN_STATES = ['running', 'paused', 'rolled_back', 'ended'] as const
/** The states of a run that still goes on. */
export const LIVE_STATES = ['running', 'paused'] as const satisfies (typeof RUN_STATES)[number][]
export const STAGE_DECISIONS = ['proceed', 'hold', 'roll_back'] as const

/** What the results say is to be done next. It moves nothing by itself. */
export type StageDecision = (typeof STAGE_DECISIONS)[number]

/** What a stage came to, as people recorded it. */
export interface StageResults {
  /** How many unique users were seen, null when it is not known. */
  readonly users: number | null
  readonly metrics: readonly Metric[]
  /** How many errors were logged, null when it is not known. */
  readonly errors: number | null
  readonly decision: StageDecision
}

/** One time that a stage was carried out. */
export interface StageRun {
  readonly id: string
  readonly stageKey: string
  /** Counted from 1 for its stage. */
  readonly run: number
  /** `ended`: its toggle was archived, and nobody had taken it back. */
  readonly state: (typeof RUN_STATES)[number]
  readonly startedAt: Date
  /** Since when it is paused, null while it is not. */
  readonly pausedAt: Date | null
  readonly pauseReason: string | null
  /** For how long it stood paused before, in milliseconds. */
  readonly pausedMs: number
  readonly results: StageResults | null
  /** What somebody consciously passed over: the soak, or a criterion by its key. */
  readonly waived: readonly {
    readonly what: 'soak' | 'criterion'
    readonly criterion: string | null
  }[]
}

/** Whether a run still goes on: it was neither rolled back nor ended with its toggle. */
export function isLive({ state }: Pick<StageRun, 'state'>): boolean {
  return state === 'running' || state === 'paused'
}

/** For how long a run stood paused until a moment, in milliseconds. */
export function pausedUntil(run: Pick<StageRun, 'pausedAt' | 'pausedMs'>, now: Date): number {
  const since = run.pausedAt === null ? 0 : Math.max(0, now.getTime() - run.pausedAt.getTime())
  return run.pausedMs + since
}
