import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { FURTHEST_DAYS, type ScheduleStep } from '../../domain/schedule/schedule-input.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { applyPatch, isSameState } from '../../domain/toggle/state.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { planOrder } from '../toggles/plan-order.ts'
import { findStateRows, type StateRow } from '../toggles/state-row.ts'
import { assess, permit } from '../toggles/weigh.ts'
import { jobKeyOf } from './schedule-row.ts'
import { stateAhead } from './state-ahead.ts'

/** What scheduling takes. */
export interface ScheduleFlips {
  readonly environment: string
  readonly at: Date
  readonly flips: readonly Pick<ScheduleStep, 'toggle' | 'patch'>[]
  readonly reason: string
  /** The slug of the plan whose order decides; without one the order of `flips` does. */
  readonly plan?: string | undefined
}

/** A flip of a schedule with where it leads. */
interface Leading extends ScheduleStep {
  readonly to: string
}

/**
 * Signs one or several flips for a moment to come. The worker makes them then, all or nothing, as
 * this person and weighed again: signing needs the same right and, where it widens a protected
 * environment, the same fresh sign-in as flipping does, while the checks need to pass only then.
 *
 * @throws Refused `not_permitted` for a service account, `forbidden`, `fresh_sign_in_needed`,
 * `not_found`, `archived`, `invalid` for a moment past or too far, or a flip that changes nothing.
 */
export async function scheduleFlips(
  actor: Actor,
  input: ScheduleFlips,
): Promise<Done<{ id: string }>> {
  const { environment, at, flips, reason, plan } = input
  const [first, ...others] = flips.map(({ toggle }) => toggle)
  const target = {
    environment,
    ...(first === undefined || others.length > 0 ? {} : { toggle: first }),
    ...(plan === undefined ? {} : { plan }),
  }
  const tried = `schedule ${flips.map(({ toggle }) => toggle).join(', ')} in ${environment}`
  return change(actor, { tried, target }, async (tx) => {
    if (actor.kind !== 'person') {
      const detail = 'A schedule is signed by a person, and a service account signs nothing.'
      throw new Refused({ code: 'not_permitted', detail })
    }
    requireMoment(at, await databaseNow(tx))
    if (plan !== undefined) await requireNamed(tx, plan, flips)
    const keys = flips.map(({ toggle }) => toggle)
    if (new Set(keys).size < keys.length) throw invalid('flips', 'name a toggle twice.')
    const rows = await findStateRows(tx, keys, environment, { lock: true })
    const steps: Leading[] = []
    for (const [index, row] of rows.entries()) {
      steps.push(await signed(tx, actor, row, flips[index]?.patch ?? {}, at))
    }
    const id = randomUUID()
    const due = at.toISOString()
    const planId = plan === undefined ? null : await planIdOf(tx, plan)
    await tx.schedule.create({
      data: {
        id,
        environmentId: rows[0]?.environment.id ?? '',
        planId,
        due,
        steps: steps.map(({ toggle, patch, meets }) => ({ toggle, patch, meets })),
        reason,
        madeBy: actor.id,
      },
    })
    await enqueue(tx, 'run_schedule', { schedule: id }, { runAt: at, jobKey: jobKeyOf(id) })
    const told = steps.map(({ toggle, meets, to }) => ({ toggle, from: meets, to }))
    const changed = [{ entity: 'schedule', id, before: null }] as const
    const entry = { type: 'schedule.made', target, data: { at: due, flips: told } } as const
    return { result: { id }, entries: [{ ...entry, texts: { reason }, changed }] }
  })
}

/** One flip, weighed in the state that it will meet if nobody comes between. */
async function signed(
  tx: Db,
  actor: Actor,
  row: StateRow,
  patch: ScheduleStep['patch'],
  at: Date,
): Promise<Leading> {
  const { key, archived } = row.toggle
  if (archived) throw new Refused({ code: 'archived', what: 'toggle', key })
  const state = await stateAhead(tx, row, at)
  const after = applyPatch(state, patch)
  if (isSameState(state, after)) {
    throw invalid('flips', `${key} will be at ${describeState(state)} by then already.`)
  }
  const ahead = { ...row, state }
  await permit(tx, actor, ahead, await assess(tx, ahead, after))
  return { toggle: key, patch, meets: describeState(state), to: describeState(after) }
}

function requireMoment(at: Date, now: Date): void {
  const ahead = at.getTime() - now.getTime()
  if (ahead <= 0) throw invalid('at', 'lies in the past.')
  if (ahead > FURTHEST_DAYS * 86_400_000) {
    throw invalid('at', `is more than ${FURTHEST_DAYS} days ahead.`)
  }
}

async function requireNamed(tx: Db, plan: string, flips: ScheduleFlips['flips']): Promise<void> {
  const order = await planOrder(tx, plan)
  const stranger = flips.find(({ toggle }) => !order.includes(toggle))
  if (stranger) throw invalid('flips', `The plan does not name "${stranger.toggle}".`)
}

async function planIdOf(tx: Db, slug: string): Promise<string> {
  return (await tx.plan.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
