import type { Actor } from '../../domain/actor.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { applyPatch, OFF, type StatePatch } from '../../domain/toggle/state.ts'
import { change, type Done, told } from '../change.ts'
import { applyFlip, type Flipped } from './apply-flip.ts'
import { findStateRow } from './state-row.ts'

/** What a flip takes. */
export interface Flip {
  readonly toggle: string
  readonly environment: string
  readonly patch: StatePatch
  readonly reason: string
  /** The version that the caller saw; without it the flip applies to whatever is there. */
  readonly expectedVersion?: number | undefined
  readonly override?: OverrideInput | undefined
}

/**
 * Changes a toggle's state in one environment. What widens in a protected environment must pass
 * every check, in this same transaction, or be overridden by name; what only narrows is never held.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`, `archived`, `version_conflict`, `checks_not_passed`.
 */
export async function flip(actor: Actor, input: Flip): Promise<Done<Flipped>> {
  const { toggle, environment, patch, reason, expectedVersion, override } = input
  const wanted = describeState(applyPatch(OFF, patch))
  const attempt = {
    tried: `set ${toggle} in ${environment} to ${wanted}`,
    target: { toggle, environment },
  }
  return change(actor, attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    const after = applyPatch(row.state, patch)
    const applied = await applyFlip(tx, actor, { row, after, reason, expectedVersion, override })
    return told(applied.flipped, applied.entries)
  })
}
