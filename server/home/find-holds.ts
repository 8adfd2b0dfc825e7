import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A guard's hold that its reader may release. */
export interface HoldToRelease {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly guard: string
  readonly said: string
  readonly since: string
}

/**
 * The holds of guards that wait for this person, oldest first.
 *
 * @throws Refused `forbidden`.
 */
export async function findHolds(actor: Actor): Promise<HoldToRelease[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().rolloutHold.findMany({
    where: { releasedBy: null },
    orderBy: { since: 'asc' },
    take: 100,
    select: {
      id: true,
      said: true,
      since: true,
      guard: { select: { name: true } },
      toggleState: {
        select: {
          toggle: { select: { key: true, teamId: true } },
          environment: { select: { key: true } },
        },
      },
    },
  })
  return rows
    .filter(({ toggleState }) => may(actor, 'guard.release', toggleState.toggle.teamId))
    .map(({ id, said, since, guard, toggleState }) => ({
      id,
      toggle: toggleState.toggle.key,
      environment: toggleState.environment.key,
      guard: guard.name,
      said,
      since: since.toISOString(),
    }))
}
