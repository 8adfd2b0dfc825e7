import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A window in which nothing widens; `environments` empty means everywhere. */
export interface Freeze {
  readonly id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
  readonly environments: readonly string[]
  readonly set_by: string
}

interface Row {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly reason: string
  readonly environments: readonly string[]
  readonly createdByPerson: { readonly name: string }
}

/** A row of freeze_window as the API shows it. */
export function freezeOf(row: Row): Freeze {
  return {
    id: row.id,
    starts_at: row.startsAt.toISOString(),
    ends_at: row.endsAt.toISOString(),
    reason: row.reason,
    environments: row.environments,
    set_by: row.createdByPerson.name,
  }
}

/** The freezes that stand or are to come, the next one first. */
export async function findFreezes(actor: Actor): Promise<{ freezes: Freeze[] }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().freezeWindow.findMany({
    where: { lifted: false, endsAt: { gt: new Date() } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { createdByPerson: { select: { name: true } } },
  })
  return { freezes: rows.map(freezeOf) }
}
