import type { Actor } from '../../domain/actor.ts'
import type { GuardAct } from '../../domain/guard/guard-input.ts'
import type { GuardTool } from '../../domain/guard/guard-tools.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { findGuard } from './guard-row.ts'

/** A guard as pages and the API show it: never its secret. */
export interface GuardShown {
  readonly id: string
  readonly name: string
  readonly tool: GuardTool
  readonly act: GuardAct
  readonly lower_to: number | null
  readonly dry_run: boolean
  readonly version: number
  /** What it was told, newest first, at most five. */
  readonly signals: readonly {
    readonly at: string
    readonly told: string
    readonly outcome: string
    readonly said: string
  }[]
}

/** The guards of a toggle in an environment, and the holds that nobody released. */
export interface GuardsOf {
  readonly guards: readonly GuardShown[]
  readonly holds: readonly {
    readonly id: string
    readonly guard: string
    readonly said: string
    readonly since: string
  }[]
  readonly may_manage: boolean
  readonly may_release: boolean
}

/**
 * What guards a toggle in an environment.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findGuards(
  actor: Actor,
  toggle: string,
  environment: string,
): Promise<GuardsOf> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const row = await findStateRow(db(), toggle, environment, { lock: false })
  const [guards, holds] = await Promise.all([
    db().guard.findMany({
      where: { toggleStateId: row.id, removed: false },
      orderBy: { madeAt: 'asc' },
      select: {
        id: true,
        guardSignals: {
          orderBy: { receivedAt: 'desc' },
          take: 5,
          select: { receivedAt: true, told: true, outcome: true, said: true },
        },
      },
    }),
    db().rolloutHold.findMany({
      where: { toggleStateId: row.id, releasedBy: null },
      orderBy: { since: 'asc' },
      select: { id: true, said: true, since: true, guard: { select: { name: true } } },
    }),
  ])
  const { teamId } = row.toggle
  return {
    guards: await Promise.all(
      guards.map(async ({ id, guardSignals }) => {
        const { name, tool, act, lowerTo, dryRun, version } = await findGuard(db(), id)
        const signals = guardSignals.map(({ receivedAt, ...signal }) => ({
          at: receivedAt.toISOString(),
          ...signal,
        }))
        const shown = { id, name, tool, act, lower_to: lowerTo, dry_run: dryRun, version }
        return { ...shown, signals }
      }),
    ),
    holds: holds.map(({ id, said, since, guard }) => ({
      id,
      guard: guard.name,
      said,
      since: since.toISOString(),
    })),
    may_manage: actor.kind === 'person' && may(actor, 'guard.manage', teamId),
    may_release: actor.kind === 'person' && may(actor, 'guard.release', teamId),
  }
}

/** A guard with where it stands. */
export interface GuardThere extends GuardShown {
  readonly toggle: string
  readonly environment: string
}

/**
 * One guard by its id.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findOneGuard(actor: Actor, id: string): Promise<GuardThere> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const { toggle, environment } = await findGuard(db(), id)
  const { guards } = await findGuards(actor, toggle, environment)
  const guard = guards.find((one) => one.id === id)
  if (!guard) throw new Refused({ code: 'not_found', what: 'guard', key: id })
  return { ...guard, toggle, environment }
}
