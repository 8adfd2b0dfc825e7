import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { flipToUndo } from '../../domain/rollout/flip-to-undo.ts'
import { stateFromJson } from '../../domain/toggle/state.ts'
import { change, type Done } from '../change.ts'
import type { Flipped } from './flip.ts'
import { pastFlips, stateBefore } from './past-flips.ts'
import { recordFlip } from './record-flip.ts'
import { findStateRow } from './state-row.ts'
import { assess, holdToChecks, permit } from './weigh.ts'

/** What a rollback takes. */
export interface RollBack {
  readonly toggle: string
  readonly environment: string
  readonly reason: string
}

/**
 * Restores the state before the newest flip that is not undone yet: the snapshot, not merely off.
 * Where restoring would widen, it is checked like any widening (product.md, rule 5).
 *
 * @throws Refused `forbidden`, `not_found`, `nothing_to_roll_back`, `checks_not_passed`.
 */
export async function rollBack(
  actor: Actor,
  { toggle, environment, reason }: RollBack,
): Promise<Done<Flipped>> {
  const attempt = {
    tried: `roll back ${toggle} in ${environment}`,
    target: { toggle, environment },
  }
  return change(actor, attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    if (row.toggle.archived) throw new Refused({ code: 'archived', what: 'toggle', key: toggle })
    const undoes = flipToUndo(await pastFlips(tx, row.id))
    if (undoes === null) throw new Refused({ code: 'nothing_to_roll_back', toggle, environment })
    const after = stateFromJson(await stateBefore(tx, row.id, undoes))
    const weighed = await assess(tx, row, after)
    await permit(tx, actor, row, weighed)
    holdToChecks(actor, row, weighed, undefined)
    const entries = await recordFlip(tx, actor, {
      row,
      after,
      weighed,
      reason,
      undoes,
      override: undefined,
    })
    return {
      result: { toggle, environment, state: after, version: row.version + 1 },
      entries,
    }
  })
}
