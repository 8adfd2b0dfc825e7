import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'
import { findStateRows, type StateRow } from '../toggles/state-row.ts'
import { permissionFor } from '../toggles/weigh.ts'
import { flipsAhead } from './flips-ahead.ts'
import { stepsOf } from './schedule-row.ts'

/** A schedule as pages and the API show it. */
export interface Schedule {
  readonly id: string
  readonly environment: string
  readonly at: string
  readonly state: 'waiting' | 'done' | 'refused' | 'cancelled'
  readonly flips: readonly { readonly toggle: string; readonly from: string; readonly to: string }[]
  readonly reason: string
  readonly plan: string | null
  readonly made_by: string
  readonly made_at: string
  readonly settled_at: string | null
  /** Why it was refused, as a sentence. */
  readonly refusal: string | null
  /** Whether the reader may take it back. */
  readonly may_cancel: boolean
}

interface FindSchedules {
  readonly toggle?: string | undefined
  readonly environment?: string | undefined
  /** Only what is to come; else also the newest ten that are over. */
  readonly waiting?: boolean | undefined
}

const SHOWN = {
  id: true,
  due: true,
  state: true,
  steps: true,
  reason: true,
  madeAt: true,
  settledAt: true,
  refusal: true,
  environment: { select: { key: true } },
  plan: { select: { slug: true } },
  madeByPerson: { select: { name: true } },
} as const

/**
 * What is scheduled, soonest first, then what is over, newest first.
 *
 * @throws Refused `forbidden`, `not_found` for an unknown toggle or environment.
 */
export async function findSchedules(actor: Actor, find: FindSchedules): Promise<Schedule[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const { toggle, environment, waiting = false } = find
  if (toggle !== undefined && environment !== undefined) {
    await findStateRows(db(), [toggle], environment, { lock: false })
  }
  const where = {
    ...(environment === undefined ? {} : { environment: { key: environment } }),
    ...(toggle === undefined ? {} : { steps: { array_contains: [{ toggle }] } }),
  }
  const ahead = await db().schedule.findMany({
    where: { ...where, state: 'waiting' },
    orderBy: [{ due: 'asc' }, { madeAt: 'asc' }],
    select: SHOWN,
    take: 200,
  })
  const over = waiting
    ? []
    : await db().schedule.findMany({
        where: { ...where, state: { not: 'waiting' } },
        orderBy: { settledAt: 'desc' },
        select: SHOWN,
        take: 10,
      })
  return Promise.all([...ahead, ...over].map((row) => shown(actor, row)))
}

type Row = Prisma.ScheduleGetPayload<{ select: typeof SHOWN }>

const STATES = ['waiting', 'done', 'refused', 'cancelled'] as const

async function shown(actor: Actor, row: Row): Promise<Schedule> {
  const steps = stepsOf(row.steps)
  const environment = row.environment.key
  const keys = steps.map(({ toggle }) => toggle)
  const rows = await findStateRows(db(), keys, environment, { lock: false })
  const state = STATES.find((one) => one === row.state) ?? 'waiting'
  return {
    id: row.id,
    environment,
    at: row.due,
    state,
    flips: flipsAhead({ steps }, rows),
    reason: row.reason,
    plan: row.plan?.slug ?? null,
    made_by: row.madeByPerson.name,
    made_at: row.madeAt.toISOString(),
    settled_at: row.settledAt?.toISOString() ?? null,
    refusal: row.refusal,
    may_cancel: state === 'waiting' && mayCancel(actor, rows),
  }
}

function mayCancel(actor: Actor, rows: readonly StateRow[]): boolean {
  return rows.every((row) => may(actor, permissionFor(row, 'narrows'), row.toggle.teamId))
}
