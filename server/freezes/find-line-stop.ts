import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Db, db } from '../db.ts'

/** A stop of the line that nobody released yet. */
export interface LineStop {
  readonly reason: string
  readonly stopped_by: string
  /** ISO 8601. */
  readonly since: string
}

/** The stop that stands, null while the line runs. */
export async function findLineStop(actor: Actor): Promise<LineStop | null> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return openStop(db())
}

/** The same inside a command. */
export async function openStop(tx: Db): Promise<LineStop | null> {
  const row = await tx.lineStop.findFirst({
    where: { releasedBy: null },
    include: { stoppedByPerson: { select: { name: true } } },
  })
  return (
    row && {
      reason: row.reason,
      stopped_by: row.stoppedByPerson.name,
      since: row.stoppedAt.toISOString(),
    }
  )
}
