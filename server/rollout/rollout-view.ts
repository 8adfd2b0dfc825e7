import { type MetricStanding, metricStandings } from '../../domain/rollout/results-standing.ts'
import type { RolloutStanding, StageState } from '../../domain/rollout/rollout-standing.ts'
import { startsByHand } from '../../domain/rollout/stage-key.ts'
import type { StageResults, StageRun } from '../../domain/rollout/stage-run.ts'
import type { Lane } from './rollout-lanes.ts'
import type { RunRow } from './stage-runs.ts'

/** One time that a stage was carried out, as pages and the API show it. */
export interface RunView {
  readonly run: number
  readonly version: number
  readonly label: string
  readonly percentage: number | null
  /** Null where it was started by hand for every toggle. */
  readonly toggle: string | null
  readonly state: StageRun['state']
  readonly started_at: string
  readonly started_by: string | null
  readonly paused_at: string | null
  readonly pause_reason: string | null
  readonly ended_at: string | null
  readonly results:
    | (Omit<StageResults, 'metrics'> & {
        readonly metrics: readonly (StageResults['metrics'][number] & MetricStanding)[]
        readonly errors_note: string | null
        readonly note: string | null
        readonly recorded_by: string | null
        readonly recorded_at: string
      })
    | null
  readonly waivers: readonly {
    readonly what: 'soak' | 'criterion'
    readonly criterion: string | null
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
}

/** Where one rollout is. */
export interface RolloutView {
  readonly environment: string
  /** What people call the environment. */
  readonly environment_name: string
  readonly toggle: string | null
  /** Whether the toggle is archived: then there is neither a current stage nor a next. */
  readonly archived: boolean
  /** The share of actors that is in now, 0 to 100. */
  readonly share: number
  /** Whether the soak and the results of the stage before hold a flip here, or only advise. */
  readonly binds: { readonly soak: boolean; readonly results: boolean }
  /** The current stage's number; null before the first. */
  readonly current: number | null
  readonly next: {
    readonly n: number
    readonly label: string
    readonly percentage: number | null
    /** When the soak of the current stage lets it begin; null when it lets it now. */
    readonly may_go_at: string | null
    /** Who can begin it, as a phrase. */
    readonly started_by: string
  } | null
  readonly stages: readonly {
    readonly n: number
    readonly state: StageState
    readonly soak: {
      readonly words: string | null
      readonly note: string | null
      readonly ends_at: string | null
      readonly over: boolean
      readonly waived: boolean
    } | null
    /** Newest first. */
    readonly runs: readonly RunView[]
  }[]
  /** Runs of stages that the plan no longer lists under that name and percentage. */
  readonly former: readonly RunView[]
}

/** A rollout's standing as plain data. `rows` are the runs that it was made of. */
export function rolloutView(
  { environment, environmentName, toggle, archived, share, binds }: Lane,
  standing: RolloutStanding,
  rows: readonly RunRow[],
  who: { readonly flip: string; readonly hand: string },
): RolloutView {
  const { current, next } = archived ? { current: null, next: null } : standing
  const viewsOf = (runs: readonly StageRun[]) =>
    runs.flatMap(({ id }) => {
      const row = rows.find((one) => one.id === id)
      return row ? [runView(row)] : []
    })
  const waits = current?.soak && !current.soak.over ? current.soak.endsAt : null
  return {
    environment,
    environment_name: environmentName,
    toggle,
    archived,
    share,
    binds,
    current: current?.stage.n ?? null,
    next: next && {
      n: next.stage.n,
      label: next.stage.label,
      percentage: next.stage.percentage,
      may_go_at: waits?.toISOString() ?? null,
      started_by: startsByHand(next.stage) ? who.hand : who.flip,
    },
    stages: standing.stages.map(({ stage, state, soak, runs }) => ({
      n: stage.n,
      state,
      soak: soak && {
        words: soak.words,
        note: soak.note,
        ends_at: soak.endsAt?.toISOString() ?? null,
        over: soak.over,
        waived: soak.waived,
      },
      runs: viewsOf(runs),
    })),
    former: viewsOf(standing.former),
  }
}

function runView(row: RunRow): RunView {
  const { run, version, label, percentage, toggle, state } = row
  return {
    run,
    version,
    label,
    percentage,
    toggle,
    state,
    started_at: row.startedAt.toISOString(),
    started_by: row.startedBy,
    paused_at: row.pausedAt?.toISOString() ?? null,
    pause_reason: row.pauseReason,
    ended_at: row.endedAt?.toISOString() ?? null,
    results: resultsView(row),
    waivers: row.waivers.map(({ what, criterion, reason, by, at }) => ({
      what,
      criterion: criterion || null,
      reason,
      by,
      at: at.toISOString(),
    })),
  }
}

function resultsView(row: RunRow): RunView['results'] {
  const { results, resultsAt } = row
  if (!results || !resultsAt) return null
  const standings = metricStandings(row)
  return {
    ...results,
    metrics: results.metrics.flatMap((metric, index) => {
      const standing = standings[index]
      return standing ? [{ ...metric, ...standing }] : []
    }),
    errors_note: row.errorsNote,
    note: row.note,
    recorded_by: row.resultsBy,
    recorded_at: resultsAt.toISOString(),
  }
}
