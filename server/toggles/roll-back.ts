import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done, told } from '../change.ts'
import { endRunsSince } from '../rollout/stage-began.ts'
import { applyFlip, type Flipped } from './apply-flip.ts'
import { type HowFarBack, rollbackTarget, stageToUndo } from './rollback-target.ts'
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
 * before a chosen one, or right before an entry of the log or a stage. Where restoring would widen,
 * it is checked like any widening (product.md, rule 5). A stage that is undone, and what began after
 * it, is rolled back and can be run again.
 *
 * @throws Refused `forbidden`, `not_found`, `nothing_to_roll_back`, `stage_not_ready`, `invalid`, `version_conflict`, `checks_not_passed`.
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
    const stage = await stageToUndo(tx, row, input)
    const target = await rollbackTarget(tx, row, input, stage)
    const nothing = new Refused({ code: 'nothing_to_roll_back', toggle, environment })
    if (target === null && stage === null) throw nothing
    const flip = { row, after: row.state, ...target, reason, expectedVersion }
    const { flipped, entries } = await applyFlip(tx, actor, flip)
    const ended = stage ? await endRunsSince(tx, stage.meant, stage.seq) : []
    if (entries.length + ended.length === 0) throw nothing
    return told(flipped, [...entries, ...ended])
  })
}
