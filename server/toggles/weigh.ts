import type { Actor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'
import { type CheckResult, Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import { barredFromOverride, checksFor, type FlipFacts } from '../../domain/rollout/checks.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { overrideReasonFault } from '../../domain/rollout/override-reason.ts'
import { type Direction, directionOf } from '../../domain/toggle/direction.ts'
import { isSameState, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { rolloutNow } from '../rollout/rollout-now.ts'
import { guardFacts } from './facts/guard-facts.ts'
import { holdFacts } from './facts/hold-facts.ts'
import { prerequisiteFacts } from './facts/prerequisite-facts.ts'
import { stagingState } from './facts/staging-state.ts'
import { governingPlan } from './release-facts.ts'
import type { StateRow } from './state-row.ts'

/** A flip as its checks see it at this moment. */
export interface Weighed {
  /** `same` when nothing would change at all. */
  readonly direction: Direction | 'same'
  /** Empty where nothing has to be checked. */
  readonly checks: readonly CheckResult[]
  /** The names of the failing checks that no override passes over. */
  readonly barred: readonly string[]
  readonly restsOn: { readonly roll_call: number; readonly sign_offs: readonly string[] } | null
}

/** What has to be checked for a flip, without asking who wants it. */
export async function assess(tx: Db, row: StateRow, after: ToggleState): Promise<Weighed> {
  if (isSameState(row.state, after))
    return { direction: 'same', checks: [], barred: [], restsOn: null }
  const direction = directionOf(row.state, after, { offIsDangerous: row.toggle.offIsDangerous })
  const isHeld = row.environment.protected && (direction === 'widens' || direction === 'both')
  if (!isHeld) return { direction, checks: [], barred: [], restsOn: null }
  const plan = await governingPlan(tx, row.toggle.key)
  const facts: FlipFacts = {
    toggle: row.toggle.key,
    environment: row.environment.key,
    before: row.state,
    after,
    plan,
    prerequisites: await prerequisiteFacts(tx, row, plan?.prerequisites ?? []),
    rollout: plan && (await rolloutNow(tx, plan, row)),
    offIsDangerous: row.toggle.offIsDangerous,
    staging: await stagingState(tx, row.toggle.id),
    ...(await guardFacts(tx, row)),
    ...(await holdFacts(tx, row.id)),
  }
  const launch = plan?.decision?.decision === 'launch' ? plan.decision : null
  const restsOn = launch ? { roll_call: launch.rollCall, sign_offs: launch.signOffIds } : null
  return { direction, checks: checksFor(facts), barred: barredFromOverride(facts), restsOn }
}

/** The permission that a flip of this direction needs. */
export function permissionFor(row: StateRow, direction: Weighed['direction']): Action {
  if (!row.environment.protected) return 'flip.unprotected'
  return direction === 'widens' || direction === 'both'
    ? 'flip.widen_protected'
    : 'flip.narrow_protected'
}

/**
 * Whether this actor may make a flip of this direction here. What widens a protected environment
 * asks a person on a page for a fresh sign-in; what narrows never does.
 *
 * @param signedBefore whether the sign-in was fresh when this person asked for it.
 * @throws Refused `forbidden`, `fresh_sign_in_needed`.
 */
export async function permit(
  tx: Db,
  actor: Actor,
  row: StateRow,
  { direction }: Weighed,
  { signedBefore }: { readonly signedBefore: boolean } = { signedBefore: false },
): Promise<void> {
  const action = permissionFor(row, direction)
  if (!may(actor, action, row.toggle.teamId)) throw new Refused({ code: 'forbidden', action })
  if (action !== 'flip.widen_protected' || actor.kind !== 'person' || signedBefore) return
  if (!freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: `widen ${row.environment.key}` })
  }
}

/**
 * Holds a flip to its checks, inside the transaction that would write it.
 *
 * @throws Refused `checks_not_passed` when one that binds fails and nothing overrides it, or when one fails
 * that no override passes over; `forbidden` for an override by who may not make one,
 * `invalid` for one whose reason says nothing.
 */
export function holdToChecks(
  actor: Actor,
  row: StateRow,
  { checks, barred }: Weighed,
  override: { readonly reason: string } | undefined,
): void {
  if (holdingChecks(checks).length === 0) return
  if (!override || barred.length > 0) throw new Refused({ code: 'checks_not_passed', checks })
  if (!may(actor, 'flip.override', row.toggle.teamId)) {
    throw new Refused({ code: 'forbidden', action: 'flip.override' })
  }
  const fault = overrideReasonFault(override.reason)
  if (fault === null) return
  const errors = [{ path: 'override.reason', message: fault }]
  throw new Refused({ code: 'invalid', errors })
}
