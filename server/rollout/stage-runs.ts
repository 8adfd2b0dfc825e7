import { z } from 'zod'
import { metricSchema } from '../../domain/rollout/criterion.ts'
import {
  RUN_STATES,
  STAGE_DECISIONS,
  type StageResults,
  type StageRun,
} from '../../domain/rollout/stage-run.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'

/** A run of a stage with what a command needs to change it and a page to show it. */
export interface RunRow extends StageRun {
  readonly version: number
  /** The plan's slug. */
  readonly plan: string
  readonly environmentId: string
  /** Null where a person started it by hand, for every toggle of the plan. */
  readonly toggle: string | null
  readonly toggleId: string | null
  readonly label: string
  readonly percentage: number | null
  readonly startedBy: string | null
  readonly endedAt: Date | null
  readonly resultsAt: Date | null
  readonly resultsBy: string | null
  readonly errorsNote: string | null
  readonly note: string | null
  readonly waivers: readonly {
    readonly what: 'soak' | 'criterion'
    readonly criterion: string
    readonly reason: string
    readonly by: string
    readonly at: Date
  }[]
}

const keptResults = z.object({
  users: z.number().nullable(),
  metrics: z.array(metricSchema),
  errors: z.number().nullable(),
  decision: z.enum(STAGE_DECISIONS),
})

const SHOWN = {
  id: true,
  version: true,
  environmentId: true,
  toggleId: true,
  stageKey: true,
  label: true,
  percentage: true,
  run: true,
  state: true,
  startedAt: true,
  pausedAt: true,
  pauseReason: true,
  pausedMs: true,
  endedAt: true,
  results: true,
  resultsAt: true,
  errorsNote: true,
  note: true,
  plan: { select: { slug: true } },
  toggle: { select: { key: true } },
  startedByPerson: { select: { name: true } },
  resultsByPerson: { select: { name: true } },
  stageWaivers: {
    select: {
      what: true,
      criterion: true,
      reason: true,
      createdAt: true,
      waivedByPerson: { select: { name: true } },
    },
    orderBy: { createdAt: 'asc' },
  },
} as const

type Row = Prisma.StageRunGetPayload<{ select: typeof SHOWN }>

/** The runs of a plan's stages that fit, oldest first, at most the newest 2,000. */
export async function findRuns(tx: Db, where: Prisma.StageRunWhereInput): Promise<RunRow[]> {
  const rows = await tx.stageRun.findMany({
    where,
    select: SHOWN,
    orderBy: [{ startedAt: 'desc' }, { run: 'desc' }],
    take: 2000,
  })
  return rows.reverse().map(runRow)
}

/**
 * The same runs, held until the transaction ends: who pauses one and who flips below it follow one
 * another, and neither is refused for it.
 */
export async function lockRuns(tx: Db, where: Prisma.StageRunWhereInput): Promise<RunRow[]> {
  const ids = (await tx.stageRun.findMany({ where, select: { id: true } })).map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM stage_run WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return findRuns(tx, { AND: [where, { id: { in: ids } }] })
}

function runRow(row: Row): RunRow {
  const waivers = row.stageWaivers.map((waiver) => ({
    what: waiver.what === 'soak' ? ('soak' as const) : ('criterion' as const),
    criterion: waiver.criterion,
    reason: waiver.reason,
    by: waiver.waivedByPerson.name,
    at: waiver.createdAt,
  }))
  return {
    id: row.id,
    version: row.version,
    plan: row.plan.slug,
    environmentId: row.environmentId,
    toggle: row.toggle?.key ?? null,
    toggleId: row.toggleId,
    stageKey: row.stageKey,
    label: row.label,
    percentage: row.percentage?.toNumber() ?? null,
    run: row.run,
    state: RUN_STATES.find((state) => state === row.state) ?? 'running',
    startedAt: row.startedAt,
    startedBy: row.startedByPerson?.name ?? null,
    pausedAt: row.pausedAt,
    pauseReason: row.pauseReason,
    pausedMs: Number(row.pausedMs),
    endedAt: row.endedAt,
    results: resultsOf(row.results),
    resultsAt: row.resultsAt,
    resultsBy: row.resultsByPerson?.name ?? null,
    errorsNote: row.errorsNote,
    note: row.note,
    waivers,
    waived: waivers.map(({ what, criterion }) => ({
      what,
      criterion: what === 'soak' ? null : criterion,
    })),
  }
}

function resultsOf(kept: unknown): StageResults | null {
  return kept === null ? null : keptResults.parse(kept)
}
