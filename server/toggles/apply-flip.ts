import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import type { ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import type { Entry } from '../write-entry.ts'
import { type FlipGround, recordFlip } from './record-flip.ts'
import type { StateRow } from './state-row.ts'
import { assess, holdToChecks, permit, type Weighed } from './weigh.ts'

/** A toggle's state in an environment, after a write. */
export interface Flipped {
  readonly toggle: string
  readonly environment: string
  readonly state: ToggleState
  readonly version: number
}

/** A flip of a row that its transaction holds. */
export interface FlipToApply extends FlipGround {
  readonly row: StateRow
  readonly after: ToggleState
  readonly reason: string
  /** The version that the caller saw. */
  readonly expectedVersion?: number | undefined
  readonly override?: OverrideInput | undefined
  /** A fresh sign-in was shown when this was asked for: a schedule that its author signed. */
  readonly signedBefore?: boolean | undefined
  /** The state in words that it was signed to meet; asked of what widens alone. */
  readonly meets?: string | undefined
}

/** What a flip did: the state now, and its entry unless nothing changed. */
export interface AppliedFlip {
  readonly flipped: Flipped
  readonly entries: readonly Entry[]
}

/**
 * Weighs one flip in the state that it meets and writes it, inside the transaction that holds its
 * row: the one way in which any command changes what a toggle lets in.
 *
 * @throws Refused `archived`, `forbidden`, `fresh_sign_in_needed`, `version_conflict`, `state_changed`, `checks_not_passed`.
 */
export async function applyFlip(tx: Db, actor: Actor, flip: FlipToApply): Promise<AppliedFlip> {
  const { row, after, override } = flip
  const toggle = row.toggle.key
  if (row.toggle.archived) throw new Refused({ code: 'archived', what: 'toggle', key: toggle })
  const weighed = await assess(tx, row, after)
  await permit(tx, actor, row, weighed, { signedBefore: flip.signedBefore === true })
  requireVersion(row, flip.expectedVersion)
  requireState(row, weighed.direction, flip.meets)
  holdToChecks(actor, row, weighed, override)
  const flipped = { toggle, environment: row.environment.key, state: after }
  if (weighed.direction === 'same') {
    return { flipped: { ...flipped, version: row.version }, entries: [] }
  }
  const entries = await recordFlip(tx, actor, { ...flip, weighed })
  return { flipped: { ...flipped, version: row.version + 1 }, entries }
}

/** A stale form is told so before anything else about its flip. */
function requireVersion(row: StateRow, expected: number | undefined): void {
  if (expected === undefined || expected === row.version) return
  throw new Refused({
    code: 'version_conflict',
    what: `${row.toggle.key} in ${row.environment.key}`,
    expected,
    actual: row.version,
  })
}

function requireState(row: StateRow, direction: Weighed['direction'], meets: string | undefined) {
  const actual = describeState(row.state)
  if (meets === undefined || meets === actual) return
  if (direction !== 'widens' && direction !== 'both') return
  const what = `${row.toggle.key} in ${row.environment.key}`
  throw new Refused({ code: 'state_changed', what, expected: meets, actual })
}
