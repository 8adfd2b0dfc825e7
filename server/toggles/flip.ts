import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { applyPatch, OFF, type StatePatch, type ToggleState } from '../../domain/toggle/state.ts'
import { change, type Done } from '../change.ts'
import { recordFlip } from './record-flip.ts'
import { findStateRow, type StateRow } from './state-row.ts'
import { assess, holdToChecks, permit } from './weigh.ts'

/** What a flip takes. */
export interface Flip {
  readonly toggle: string
  readonly environment: string
  readonly patch: StatePatch
  readonly reason: string
  /** The version that the caller saw; without it the flip applies to whatever is there. */
  readonly expectedVersion?: number | undefined
  readonly override?: { readonly reason: string } | undefined
}

/** A toggle's state in an environment, after a write. */
export interface Flipped {
  readonly toggle: string
  readonly environment: string
  readonly state: ToggleState
  readonly version: number
}

/**
 * Changes a toggle's state in one environment. What widens in a protected environment must pass
 * every check, in this same transaction, or be overridden by name; what only narrows is never held.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`, `archived`, `version_conflict`, `checks_not_passed`.
 */
export async function flip(actor: Actor, input: Flip): Promise<Done<Flipped>> {
  const { toggle, environment } = input
  const wanted = describeState(applyPatch(OFF, input.patch))
  const attempt = {
    tried: `set ${toggle} in ${environment} to ${wanted}`,
    target: { toggle, environment },
  }
  return change(actor, attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    if (row.toggle.archived) throw new Refused({ code: 'archived', what: 'toggle', key: toggle })
    const after = applyPatch(row.state, input.patch)
    const weighed = await assess(tx, row, after)
    await permit(tx, actor, row, weighed)
    requireVersion(row, input.expectedVersion)
    holdToChecks(actor, row, weighed, input.override)
    const result = { toggle, environment, state: after }
    if (weighed.direction === 'same') {
      return { result: { ...result, version: row.version }, entries: 'unchanged' }
    }
    const entries = await recordFlip(tx, actor, {
      row,
      after,
      weighed,
      reason: input.reason,
      undoes: null,
      override: input.override,
    })
    return { result: { ...result, version: row.version + 1 }, entries }
  })
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
