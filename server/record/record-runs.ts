import { z } from 'zod'
import type { RecordedRun } from '../../domain/record/recorded-outcome.ts'
import {
  RUN_STATES,
  STAGE_DECISIONS,
  type StageResults,
  type StageRun,
} from '../../domain/rollout/stage-run.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'
import { type Act, actsOf } from './acts-of.ts'
import { keptOutcome, outcomeOf } from './record-outcome.ts'
import { firstStep, type Steps, stepsOf } from './steps-of.ts'

/** A run as the log told it by an entry: for reckoning where it stood, and for showing it. */
export interface ToldRun {
  readonly run: StageRun
  readonly environmentId: string
  readonly toggleId: string | null
  /** The soak as the text had it when the run began. */
  readonly soak: string | null
  readonly shown: Omit<RecordedRun, 'standing' | 'soak_ends_at'>
}

const image = z.object({
  state: z.enum(RUN_STATES),
  results: keptOutcome.extend({ decision: z.enum(STAGE_DECISIONS) }).nullable(),
})

const MOVES = new Map<string, RecordedRun['moves'][number]['move']>([
  ['stage.paused', 'paused'],
  ['stage.resumed', 'resumed'],
  ['stage.rolled_back', 'rolled_back'],
  ['stage.ended', 'ended'],
])

const ENDS_A_PAUSE = new Set<string>(['stage.resumed', 'stage.rolled_back', 'stage.ended'])

const SHOWN = {
  id: true,
  environmentId: true,
  toggleId: true,
  stageKey: true,
  label: true,
  percentage: true,
  soak: true,
  run: true,
  startedAt: true,
  environment: { select: { key: true } },
  toggle: { select: { key: true } },
  stageWaivers: {
    select: { id: true, what: true, criterion: true, reason: true },
    orderBy: { createdAt: 'asc' },
  },
} as const satisfies Prisma.StageRunSelect

type Row = Prisma.StageRunGetPayload<{ select: typeof SHOWN }>

/** The runs of a plan's stages up to an entry of the log, oldest first. */
export async function recordRuns(tx: Db, planId: string, upTo: number): Promise<ToldRun[]> {
  const rows = await tx.stageRun.findMany({
    where: { planId },
    select: SHOWN,
    orderBy: [{ startedAt: 'asc' }, { run: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.map(({ id }) => id)
  const waiverIds = rows.flatMap(({ stageWaivers }) => stageWaivers.map(({ id }) => id))
  const acts = await actsOf(tx, 'stage_run', ids, upTo)
  const waived = await stepsOf(tx, 'stage_waiver', waiverIds, upTo)
  return rows.flatMap((row) => toldRun(row, acts.get(row.id) ?? [], waived))
}

/** None where the run began later. */
function toldRun(row: Row, acts: readonly Act[], waived: Steps): ToldRun[] {
  const newest = acts.at(-1)
  if (!newest) return []
  const { id, environmentId, toggleId, stageKey, startedAt, soak, run, label } = row
  const { state, results } = image.parse(newest.after)
  const waivers = waiversOf(row, waived)
  return [
    {
      environmentId,
      toggleId,
      soak,
      run: { id, stageKey, run, state, startedAt, ...pausesOf(acts), results, waived: waivers },
      shown: {
        id,
        run,
        environment: row.environment.key,
        toggle: row.toggle?.key ?? null,
        label,
        percentage: row.percentage?.toNumber() ?? null,
        started: acts.find(({ type }) => type === 'stage.started')?.told ?? null,
        moves: acts.flatMap(({ type, texts, told }) => {
          const move = MOVES.get(type)
          return move ? [{ move, reason: texts.reason ?? null, told }] : []
        }),
        results: resultsOf(acts, results, waivers),
        waivers,
      },
    },
  ]
}

function waiversOf({ stageWaivers }: Row, waived: Steps): RecordedRun['waivers'] {
  return stageWaivers
    .filter(({ id }) => waived.has(id))
    .map(({ id, what, criterion, reason }) => ({
      id,
      what: what === 'soak' ? ('soak' as const) : ('criterion' as const),
      criterion: what === 'soak' ? null : criterion,
      reason,
      waived: firstStep(waived, id),
    }))
}

function resultsOf(
  acts: readonly Act[],
  results: StageResults | null,
  waivers: RecordedRun['waivers'],
): RecordedRun['results'] {
  const recorded = acts.filter(({ type }) => type === 'stage.results_recorded')
  const passedOver = new Set(waivers.flatMap(({ criterion }) => criterion ?? []))
  const outcome = results && outcomeOf(recorded, results, passedOver)
  return outcome && { ...outcome, decision: results.decision }
}

/** For how long a run stood paused, by the clock of the entries that paused and resumed it. */
function pausesOf(acts: readonly Act[]): Pick<StageRun, 'pausedAt' | 'pauseReason' | 'pausedMs'> {
  let pausedAt: Date | null = null
  let pauseReason: string | null = null
  let pausedMs = 0
  for (const { type, told, texts } of acts) {
    const at = new Date(told.at)
    if (type === 'stage.paused') {
      pausedAt = at
      pauseReason = texts.reason ?? null
    } else if (pausedAt !== null && ENDS_A_PAUSE.has(type)) {
      pausedMs += at.getTime() - pausedAt.getTime()
      pausedAt = null
    }
  }
  return { pausedAt, pauseReason, pausedMs }
}
