import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { CHECK_INS, type CheckInName, checkInState, dueOn } from '../../domain/rollout/check-in.ts'
import { type Db, db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { checkInDaysOf } from '../plans/understood.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { fullRolloutAt } from './full-rollout.ts'

/** A look back whose day has come and that nobody recorded. */
export interface DueCheckIn {
  readonly plan: { readonly id: string; readonly slug: string; readonly title: string }
  readonly team_id: string
  readonly which: CheckInName
  readonly state: 'due' | 'overdue'
  readonly due_on: string
}

/** The check-ins that this actor may record and whose day has come, the oldest first. */
export async function findDueCheckIns(actor: Actor): Promise<DueCheckIn[]> {
  if (!may(actor, 'check_in.record')) return []
  const due = await db().$transaction((tx) => dueCheckIns(tx))
  return due.filter(({ team_id }) => may(actor, 'check_in.record', team_id))
}

/** Every check-in whose day has come and that nobody recorded, the oldest first. */
export async function dueCheckIns(tx: Db): Promise<DueCheckIn[]> {
  const everybody = [
    { boolean: true },
    { percentageOfActors: { gte: 100 } },
    { percentageOfTime: { gte: 100 } },
  ]
  const states = { some: { environment: { protected: true }, OR: everybody } }
  const plans = await tx.plan.findMany({
    where: { planToggles: { some: { toggle: { archived: false, toggleStates: states } } } },
    select: {
      id: true,
      slug: true,
      title: true,
      teamId: true,
      checkIns: { select: { which: true, recordedAt: true } },
    },
    orderBy: { createdAt: 'asc' },
    take: 500,
  })
  const today = (await databaseNow(tx)).toISOString().slice(0, 10)
  const found: DueCheckIn[] = []
  for (const { checkIns, teamId, ...plan } of plans) {
    const full = await fullRolloutAt(tx, plan.id)
    if (full === null) continue
    const planned = checkInDaysOf(await planText(tx, plan.id))
    for (const which of CHECK_INS) {
      const due = dueOn(which, full, planned[which])
      const recorded = checkIns.some((one) => one.which === which && one.recordedAt >= full)
      const state = checkInState(due, recorded, today)
      if (state === 'due' || state === 'overdue') {
        found.push({ plan, team_id: teamId, which, state, due_on: due })
      }
    }
  }
  return found.sort((one, other) => one.due_on.localeCompare(other.due_on))
}
