import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A signal of monitoring that a guard could not tell good or bad by, for a person to look at. */
export interface UnclearSignal {
  readonly guard_id: string
  readonly toggle: string
  readonly environment: string
  readonly guard: string
  readonly said: string
  readonly at: string
}

const ASKED_WITHIN_DAYS = 7
const DAY_MS = 86_400_000

/**
 * The signals that ask this person, oldest first: those of the last seven days that are the newest
 * of their guard, and after which nobody has flipped what it guards.
 *
 * @throws Refused `forbidden`.
 */
export async function findUnclearSignals(actor: Actor): Promise<UnclearSignal[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  if (!may(actor, 'guard.release')) return []
  const guards = await db().guard.findMany({
    where: {
      removed: false,
      toggleState: { toggle: { archived: false } },
      guardSignals: {
        some: {
          outcome: 'asked',
          receivedAt: { gt: new Date(Date.now() - ASKED_WITHIN_DAYS * DAY_MS) },
        },
      },
    },
    take: 100,
    select: {
      id: true,
      name: true,
      guardSignals: {
        orderBy: { receivedAt: 'desc' },
        take: 1,
        select: { outcome: true, said: true, receivedAt: true },
      },
      toggleState: {
        select: {
          changedAt: true,
          toggle: { select: { key: true, teamId: true } },
          environment: { select: { key: true } },
        },
      },
    },
  })
  return guards
    .filter(({ toggleState }) => may(actor, 'guard.release', toggleState.toggle.teamId))
    .flatMap(({ id, name, guardSignals: [newest], toggleState }): UnclearSignal[] => {
      if (newest?.outcome !== 'asked' || toggleState.changedAt > newest.receivedAt) return []
      return [
        {
          guard_id: id,
          toggle: toggleState.toggle.key,
          environment: toggleState.environment.key,
          guard: name,
          said: newest.said,
          at: newest.receivedAt.toISOString(),
        },
      ]
    })
    .sort((one, other) => one.at.localeCompare(other.at))
}
