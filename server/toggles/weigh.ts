import type { Actor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'
import { type CheckResult, Refused } from '../../domain/refusal.ts'
import { checksFor } from '../../domain/rollout/checks.ts'
import { type Direction, directionOf } from '../../domain/toggle/direction.ts'
import { isSameState, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { freezeOver, governingPlan } from './release-facts.ts'
import type { StateRow } from './state-row.ts'

/** A flip as its checks see it at this moment. */
export interface Weighed {
  /** `same` when nothing would change at all. */
  readonly direction: Direction | 'same'
  /** Empty where nothing has to be checked. */
  readonly checks: readonly CheckResult[]
  readonly restsOn: { readonly roll_call: number; readonly sign_offs: readonly string[] } | null
}

/** What has to be checked for a flip, without asking who wants it. */
export async function assess(tx: Db, row: StateRow, after: ToggleState): Promise<Weighed> {
  if (isSameState(row.state, after)) return { direction: 'same', checks: [], restsOn: null }
  const direction = directionOf(row.state, after, { offIsDangerous: row.toggle.offIsDangerous })
  const isHeld = row.environment.protected && (direction === 'widens' || direction === 'both')
  if (!isHeld) return { direction, checks: [], restsOn: null }
  const plan = await governingPlan(tx, row.toggle.key)
  const checks = checksFor({
    toggle: row.toggle.key,
    environment: row.environment.key,
    before: row.state,
    after,
    plan,
    freeze: await freezeOver(tx, row.environment.key),
  })
  const launch = plan?.decision?.decision === 'launch' ? plan.decision : null
  const restsOn = launch ? { roll_call: launch.rollCall, sign_offs: launch.signOffIds } : null
  return { direction, checks, restsOn }
}

/** The permission that a flip of this direction needs. */
export function permissionFor(row: StateRow, direction: Weighed['direction']): Action {
  if (!row.environment.protected) return 'flip.unprotected'
  return direction === 'widens' || direction === 'both'
    ? 'flip.widen_protected'
    : 'flip.narrow_protected'
}

/**
 * Weighs a flip for whoever asks, inside the transaction that would write it.
 *
 * @throws Refused `forbidden`, or `checks_not_passed` when a check fails and nothing overrides it.
 */
export async function weigh(
  tx: Db,
  actor: Actor,
  row: StateRow,
  after: ToggleState,
  override: { readonly reason: string } | undefined,
): Promise<Weighed> {
  const weighed = await assess(tx, row, after)
  const action = permissionFor(row, weighed.direction)
  if (!may(actor, action, row.toggle.teamId)) throw new Refused({ code: 'forbidden', action })
  if (weighed.checks.every(({ passed }) => passed)) return weighed
  if (!override) throw new Refused({ code: 'checks_not_passed', checks: weighed.checks })
  if (!may(actor, 'flip.override', row.toggle.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'flip.override' })
  }
  return weighed
}
