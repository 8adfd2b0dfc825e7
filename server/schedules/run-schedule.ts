import { randomUUID } from 'node:crypto'
import type { PersonActor } from '../../domain/actor.ts'
import { type Refusal, Refused, summarise } from '../../domain/refusal.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { ACTOR_PERSON, membershipsOf } from '../access/memberships.ts'
import { systemActor } from '../access/system-actor.ts'
import { change } from '../change.ts'
import { type Db, db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { applyTogether } from '../toggles/flip-together.ts'
import { findStateRows } from '../toggles/state-row.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import { flipsAhead } from './flips-ahead.ts'
import { lockSchedule, type ScheduleRow, scheduleTarget } from './schedule-row.ts'

/** What came of a schedule: `over` when it was settled before, `early` when its moment is to come. */
export type ScheduleOutcome = 'done' | 'refused' | 'over' | 'early'

/**
 * Makes the flips of a schedule whose moment has come, as the person who signed it and weighed now:
 * in one transaction with the mark that it is done, so that however many workers try and wherever
 * one dies, they are made once. Where a rule says no, nothing is flipped, the schedule is refused
 * with an entry, and its author is told by mail, in one transaction too.
 */
export async function runSchedule(id: string): Promise<ScheduleOutcome> {
  const known = await db().schedule.findUnique({ where: { id }, select: { madeBy: true } })
  if (!known) return 'over'
  const author = await authorOf(known.madeBy)
  const actor = author ?? systemActor()
  const { result } = await change(
    actor,
    { tried: 'make a scheduled flip', target: {} },
    async (tx) => {
      const schedule = await lockSchedule(tx, id)
      if (schedule.state !== 'waiting') return { result: 'over' as const, entries: 'unchanged' }
      if (Date.parse(schedule.due) > (await databaseNow(tx)).getTime()) {
        return { result: 'early' as const, entries: 'unchanged' }
      }
      const keys = schedule.steps.map(({ toggle }) => toggle)
      // Taken before anything is weighed, so that what the entry tells is what the flips meet.
      const rows = await findStateRows(tx, keys, schedule.environment, { lock: true })
      const flips = flipsAhead(schedule, rows)
      const made = author === null ? GONE : await makeFlips(tx, author, schedule)
      const refusal = 'refusal' in made ? made.refusal : null
      const state = refusal === null ? ('done' as const) : ('refused' as const)
      const before = await settle(tx, schedule, state, refusal)
      if (refusal !== null) await tellAuthor(tx, schedule, refusal)
      const settled: Entry = {
        ...factOf(schedule, flips, refusal),
        changed: [{ entity: 'schedule', id, before }],
      }
      return {
        result: state,
        entries: [...('entries' in made ? made.entries : []), settled] as [Entry],
      }
    },
  )
  return result
}

const GONE: { readonly refusal: Refusal } = {
  refusal: { code: 'not_permitted', detail: 'Whoever signed it may no longer use Rollcall.' },
}

async function authorOf(id: string): Promise<PersonActor | null> {
  const person = await db().person.findUniqueOrThrow({ where: { id }, select: ACTOR_PERSON })
  if (person.disabled) return null
  return {
    kind: 'person',
    id,
    name: person.name,
    memberships: membershipsOf(person.memberships),
    authenticatedAt: null,
    tokenId: null,
    origin: { requestId: randomUUID(), via: 'system', address: null, idempotency: null },
  }
}

/** The flips with their entries, or the rule's no with everything they wrote undone. */
async function makeFlips(
  tx: Db,
  author: PersonActor,
  schedule: ScheduleRow,
): Promise<{ readonly entries: readonly Entry[] } | { readonly refusal: Refusal }> {
  await tx.$executeRaw`SAVEPOINT before_flips`
  try {
    const { id, environment, steps, reason, plan } = schedule
    const input = { environment, flips: steps, reason, signedBefore: true, schedule: id }
    return await applyTogether(tx, author, { ...input, ...(plan === null ? {} : { plan }) })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_flips`
    return { refusal: error.refusal }
  }
}

async function settle(
  tx: Db,
  { id, version }: ScheduleRow,
  state: 'done' | 'refused',
  refusal: Refusal | null,
) {
  const before = await imageOf(tx, 'schedule', id)
  await tx.schedule.update({
    where: { id, version },
    data: {
      state,
      settledAt: new Date(),
      refusal: refusal === null ? null : summarise(refusal).detail,
      version: version + 1,
    },
  })
  return before
}

function factOf(
  schedule: ScheduleRow,
  flips: ReturnType<typeof flipsAhead>,
  refusal: Refusal | null,
) {
  const target = scheduleTarget(schedule)
  const data = { at: schedule.due, flips }
  if (refusal === null) return { type: 'schedule.done', target, data } as const
  const checks =
    refusal.code === 'checks_not_passed'
      ? holdingChecks(refusal.checks).map(({ check }) => check)
      : []
  const texts = { detail: summarise(refusal).detail }
  return {
    type: 'schedule.refused',
    target,
    data: { ...data, refusal: refusal.code, checks },
    texts,
  } as const
}

async function tellAuthor(tx: Db, schedule: ScheduleRow, refusal: Refusal): Promise<void> {
  const { id, madeBy, steps, environment, due } = schedule
  const what = steps.map(({ toggle }) => toggle).join(', ')
  await enqueueMail(tx, {
    to: { personId: madeBy },
    subject: `Not flipped as scheduled: ${what} in ${environment}`,
    text: `You had scheduled ${what} in ${environment} for ${due}. When its moment came it was refused, and nothing was flipped.\n\n${summarise(refusal).detail}\n\nThe schedule is over. Clear what stood in the way, then flip or schedule it again.`,
    link: { label: `Open ${steps[0]?.toggle ?? 'the toggles'}`, path: pathOf(steps[0]?.toggle) },
    once: `schedule-refused:${id}`,
  })
}

function pathOf(toggle: string | undefined): string {
  return toggle === undefined ? '/toggles' : `/toggles/${encodeURIComponent(toggle)}`
}
