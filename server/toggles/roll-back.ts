import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done, told } from '../change.ts'
import { applyFlip, type Flipped } from './apply-flip.ts'
import { type HowFarBack, rollbackTarget } from './rollback-target.ts'
import { findStateRow } from './state-row.ts'

/** What a rollback takes. */
export interface RollBack extends HowFarBack {
  readonly toggle: string
  readonly environment: string
  readonly reason: string
  /** The version that the caller saw. */
  readonly expectedVersion?: number | undefined
}

/**
 * Restores a snapshot, not merely off: the state before the newest flip that is not undone yet, or
 * before a chosen one, or right before an entry such as the start of a stage. Where restoring would
 * widen, it is checked like any widening (product.md, rule 5).
 *
 * @throws Refused `forbidden`, `not_found`, `nothing_to_roll_back`, `invalid`, `version_conflict`, `checks_not_passed`.
 */
export async function rollBack(actor: Actor, input: RollBack): Promise<Done<Flipped>> {
  const { toggle, environment, reason, expectedVersion } = input
  const attempt = {
    tried: `roll back ${toggle} in ${environment}`,
    target: { toggle, environment },
  }
  return change(actor, attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    if (row.toggle.archived) throw new Refused({ code: 'archived', what: 'toggle', key: toggle })
    const target = await rollbackTarget(tx, row, input)
    if (target === null) throw new Refused({ code: 'nothing_to_roll_back', toggle, environment })
    const applied = await applyFlip(tx, actor, { row, ...target, reason, expectedVersion })
    return told(applied.flipped, applied.entries)
  })
}
