import type { Actor } from '../../domain/actor.ts'
import { may, whoMay } from '../../domain/permissions.ts'
import { type CheckResult, Refused } from '../../domain/refusal.ts'
import { clearedGates } from '../../domain/toggle/cleared-gates.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { applyPatch, type StatePatch } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { findStateRow } from './state-row.ts'
import { assess, permissionFor, type Weighed } from './weigh.ts'

/** A flip before it is made. */
export interface Proposal {
  readonly from: string
  readonly to: string
  readonly direction: Weighed['direction']
  /** The gates, by their names in JSON, that it clears without naming them. */
  readonly clears: readonly string[]
  readonly checks: readonly CheckResult[]
  /** Whether the asker may make a flip of this direction here, checks aside. */
  readonly allowed: boolean
  /** Who may, as a phrase. */
  readonly allowed_to: string
  /** Whether the asker may go ahead although checks fail. */
  readonly may_override: boolean
  readonly version: number
}

/**
 * What a flip would do and which checks it would meet: asks the same functions as the flip itself,
 * and changes nothing.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function propose(
  actor: Actor,
  asked: { readonly toggle: string; readonly environment: string; readonly patch: StatePatch },
): Promise<Proposal> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction(async (tx) => {
    const row = await findStateRow(tx, asked.toggle, asked.environment, { lock: false })
    const after = applyPatch(row.state, asked.patch)
    const { direction, checks, barred } = await assess(tx, row, after)
    const action = permissionFor(row, direction)
    const { teamId } = row.toggle
    return {
      from: describeState(row.state),
      to: describeState(after),
      direction,
      clears: clearedGates(row.state, asked.patch),
      checks,
      allowed: may(actor, action, teamId),
      allowed_to: whoMay(action),
      may_override: barred.length === 0 && may(actor, 'flip.override', teamId),
      version: row.version,
    }
  })
}
