import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type FreezeTimes, nextWindows } from '../../domain/rollout/freeze.ts'
import { recurrenceWords } from '../../domain/rollout/freeze-words.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'

/** One stretch in which nothing widens, in ISO 8601. */
interface Window {
  readonly starts_at: string
  readonly ends_at: string
}

/**
 * A freeze; `environments` empty means everywhere, `team` null every team. One that comes again has
 * `starts_at` and `ends_at` of its first window.
 */
export interface Freeze extends Window {
  readonly id: string
  readonly reason: string
  readonly environments: readonly string[]
  readonly team: string | null
  readonly recurrence: {
    readonly rule: string
    readonly time_zone: string
    /** "every Friday 17:00 to Monday 08:00, America/New_York". */
    readonly words: string
  } | null
  readonly override_allowed: boolean
  readonly set_by: string
  readonly version: number
  /** Its next windows, three at most; the first is the one that stands now, if it does. */
  readonly next: readonly Window[]
  readonly stands: boolean
}

/** What a freeze is read with. */
export const FREEZE_ROW = {
  createdByPerson: { select: { name: true } },
  terms: { include: { team: { select: { slug: true } } } },
} as const satisfies Prisma.FreezeWindowInclude

export type FreezeRow = Prisma.FreezeWindowGetPayload<{ include: typeof FREEZE_ROW }>

/** A row of freeze_window as the API shows it at a moment. */
export function freezeOf(row: FreezeRow, now: Date): Freeze {
  const times = timesOf(row)
  const { recurrence } = times
  const next = nextWindows(times, now, 3)
  return {
    id: row.id,
    starts_at: row.startsAt.toISOString(),
    ends_at: row.endsAt.toISOString(),
    reason: row.reason,
    environments: row.environments,
    team: row.terms?.team?.slug ?? null,
    recurrence: recurrence && {
      rule: recurrence.rule,
      time_zone: recurrence.timeZone,
      words: recurrenceWords(times) ?? '',
    },
    override_allowed: row.terms?.overrideAllowed ?? true,
    set_by: row.createdByPerson.name,
    version: row.version,
    next: next.map(windowOf),
    stands: next[0] !== undefined && next[0].startsAt <= now,
  }
}

/** The freezes that stand or are to come, the next one first. */
export async function findFreezes(actor: Actor): Promise<{ freezes: Freeze[] }> {
  const rows = await freezeRows(actor, new Date())
  const now = new Date()
  const freezes = rows.map((row) => freezeOf(row, now)).filter(({ next }) => next.length > 0)
  const begins = ({ next }: Freeze) => next[0]?.starts_at ?? ''
  return { freezes: freezes.sort((one, other) => begins(one).localeCompare(begins(other))) }
}

/** The freezes not lifted that have a window after a moment, or come again. */
export async function freezeRows(actor: Actor, from: Date): Promise<FreezeRow[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().freezeWindow.findMany({
    where: { lifted: false, OR: [{ endsAt: { gt: from } }, { terms: { rule: { not: null } } }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: FREEZE_ROW,
  })
}

/** When a row of freeze_window stands. */
export function timesOf({ startsAt, endsAt, terms }: FreezeRow): FreezeTimes {
  const { rule, timeZone } = terms ?? { rule: null, timeZone: null }
  const recurrence = rule === null || timeZone === null ? null : { rule, timeZone }
  return { startsAt, endsAt, recurrence }
}

function windowOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Window {
  return { starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() }
}
