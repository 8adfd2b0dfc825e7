import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import {
  CHECK_INS,
  type CheckInName,
  type CheckInState,
  checkInState,
  dueOn,
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
import { databaseNow } from '../roll-call/database-now.ts'
import { findRuns } from '../rollout/stage-runs.ts'
import { fullRolloutAt } from './full-rollout.ts'

/** One look back. */
export interface CheckInView {
  readonly which: CheckInName
  readonly state: CheckInState
  /** YYYY-MM-DD in UTC; null while nothing is fully out. */
  readonly due_on: string | null
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
  /** What the newest results of a stage were held to: what a look back measures again. */
  readonly kpis: readonly Criterion[]
  readonly check_ins: readonly CheckInView[]
}

const kept = z.object({
  users: z.number().nullable(),
  metrics: z.array(metricSchema),
  errors: z.number().nullable(),
})

/**
 * The one-week and one-month look back of a plan: when each is due, counted from the flip that let
 * everybody in, and what was recorded.
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
  const { reading } = await planText(tx, id)
  const check_ins: CheckInView[] = []
  for (const which of CHECK_INS) {
    const due = full && dueOn(which, full)
    const recorded = due === null ? null : await findRecorded(tx, id, which, due)
    check_ins.push({
      which,
      state: checkInState(due, recorded !== null, today),
      due_on: due,
      document: reading.check_ins[which],
      recorded,
    })
  }
  const runs = await findRuns(tx, { planId: id, resultsAt: { not: null } })
  const newest = runs.toSorted(
    (one, other) => (other.resultsAt?.getTime() ?? 0) - (one.resultsAt?.getTime() ?? 0),
  )[0]
  return {
    plan: head,
    full_since: full?.toISOString() ?? null,
    kpis: (newest?.results?.metrics ?? []).map(
      ({ actual: _, link: __, ...criterion }) => criterion,
    ),
    check_ins,
  }
}

async function findRecorded(
  tx: Db,
  planId: string,
  which: CheckInName,
  due: string,
): Promise<CheckInView['recorded']> {
  const row = await tx.checkIn.findUnique({
    where: { planId_which_dueOn: { planId, which, dueOn: new Date(`${due}T00:00:00Z`) } },
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
