import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { PlanCriteria } from '../../domain/plan/read-criteria.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import {
  CHECK_INS,
  type CheckInName,
  type CheckInState,
  checkInState,
  dueOn,
  isPlansDay,
} from '../../domain/rollout/check-in.ts'
import {
  type Criterion,
  type Metric,
  metricSchema,
  type Verdict,
  verdictOf,
} from '../../domain/rollout/criterion.ts'
import { type Db, db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { checkInDaysOf, criteriaOf } from '../plans/understood.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { findRuns } from '../rollout/stage-runs.ts'
import { fullRolloutAt } from './full-rollout.ts'

/** One look back. */
export interface CheckInView {
  readonly which: CheckInName
  readonly state: CheckInState
  /** YYYY-MM-DD in UTC; null while nothing is fully out. */
  readonly due_on: string | null
  /** Whether the plan itself states that day; else it is counted from the full rollout. */
  readonly due_by_plan: boolean
  /** What the plan's own section for it says. */
  readonly document: Reading['check_ins'][CheckInName]
  readonly recorded: {
    readonly users: number | null
    readonly metrics: readonly (Metric & { readonly verdict: Verdict })[]
    readonly errors: number | null
    readonly errors_note: string | null
    readonly note: string | null
    readonly by: string
    readonly at: string
    readonly revision: number
  } | null
}

/** A plan's looks back. */
export interface PlanCheckIns {
  readonly plan: { readonly slug: string; readonly title: string; readonly revision: number }
  /** Since when it is fully out in production; null while it is not. */
  readonly full_since: string | null
  /**
   * What a look back measures: the plan's own KPIs as far as they are plain, else what the newest
   * results of a stage were held to, else the criteria of the rollout.
   */
  readonly kpis: readonly Criterion[]
  /** The plan's KPIs that say no figure, in its words. */
  readonly unread_kpis: readonly string[]
  readonly check_ins: readonly CheckInView[]
}

const kept = z.object({
  users: z.number().nullable(),
  metrics: z.array(metricSchema),
  errors: z.number().nullable(),
})

/**
 * The one-week and one-month look back of a plan: when each is due, by the plan's own day or counted
 * from the flip that let everybody in, and what was recorded since then.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findCheckIns(actor: Actor, slug: string): Promise<PlanCheckIns> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction((tx) => found(tx, slug), { isolationLevel: 'RepeatableRead' })
}

async function found(tx: Db, slug: string): Promise<PlanCheckIns> {
  const plan = await tx.plan.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true, revision: true },
  })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  const { id, ...head } = plan
  const full = await fullRolloutAt(tx, id)
  const today = (await databaseNow(tx)).toISOString().slice(0, 10)
  const text = await planText(tx, id)
  const { reading } = text
  const planned = checkInDaysOf(text)
  const check_ins: CheckInView[] = []
  for (const which of CHECK_INS) {
    const due = full && dueOn(which, full, planned[which])
    const recorded = full && (await findRecorded(tx, id, which, full))
    check_ins.push({
      which,
      state: checkInState(due, recorded !== null, today),
      due_on: due,
      due_by_plan: full !== null && isPlansDay(which, full, planned[which]),
      document: reading.check_ins[which],
      recorded,
    })
  }
  const criteria = criteriaOf(text)
  return {
    plan: head,
    full_since: full?.toISOString() ?? null,
    kpis: await kpisOf(tx, id, criteria),
    unread_kpis: criteria.kpis.flatMap((kpi) => (kpi.criterion ? [] : [kpi.text])),
    check_ins,
  }
}

async function kpisOf(tx: Db, planId: string, { kpis, general }: PlanCriteria) {
  const plain = (found: typeof kpis) => found.flatMap(({ criterion }) => criterion ?? [])
  if (plain(kpis).length > 0) return plain(kpis)
  const runs = await findRuns(tx, { planId, resultsAt: { not: null } })
  const newest = runs.toSorted(
    (one, other) => (other.resultsAt?.getTime() ?? 0) - (one.resultsAt?.getTime() ?? 0),
  )[0]
  const held = newest?.results?.metrics ?? []
  if (held.length === 0) return plain(general)
  return held.map(({ actual: _, link: __, ...criterion }) => criterion)
}

async function findRecorded(
  tx: Db,
  planId: string,
  which: CheckInName,
  full: Date,
): Promise<CheckInView['recorded']> {
  const row = await tx.checkIn.findFirst({
    where: { planId, which, recordedAt: { gte: full } },
    orderBy: { recordedAt: 'desc' },
    include: { recordedByPerson: { select: { name: true } } },
  })
  if (!row) return null
  const { users, metrics, errors } = kept.parse(row.results)
  return {
    users,
    metrics: metrics.map((metric) => ({ ...metric, verdict: verdictOf(metric) })),
    errors,
    errors_note: row.errorsNote,
    note: row.note,
    by: row.recordedByPerson.name,
    at: row.recordedAt.toISOString(),
    revision: row.revision,
  }
}
