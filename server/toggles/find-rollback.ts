import type { Actor } from '../../domain/actor.ts'
import { may, whoMay } from '../../domain/permissions.ts'
import { type CheckResult, Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { db } from '../db.ts'
import { type UndoableStage, undoableStages } from '../rollout/stage-began.ts'
import { type HowFarBack, rollbackTarget, runsOf, stageToUndo } from './rollback-target.ts'
import { findStateRow } from './state-row.ts'
import { assess, permissionFor, type Weighed } from './weigh.ts'

/** A rollback before it is made. */
export interface RollbackPreview {
  /** The oldest version whose flip it would undo, with it every later one up to `through`. */
  readonly undoes: number
  readonly through: number
  /** The state in words, now and after. */
  readonly from: string
  readonly to: string
  readonly direction: Weighed['direction']
  readonly checks: readonly CheckResult[]
  /** Whether the asker may make a flip of this direction here, checks aside. */
  readonly allowed: boolean
  /** Who may, as a phrase. */
  readonly allowed_to: string
  /** The version that this was seen at. */
  readonly version: number
  /** The stages that run and that a rollback can go to before. */
  readonly stages: readonly UndoableStage[]
}

/**
 * What a rollback of a toggle in an environment would restore now, by the same functions as the
 * rollback itself. Null when there is nothing to undo.
 *
 * @throws Refused `forbidden`, `not_found`, `invalid`, `stage_not_ready`.
 */
export async function findRollback(
  actor: Actor,
  toggle: string,
  environment: string,
  how: HowFarBack = {},
): Promise<RollbackPreview | null> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction(async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: false })
    const stage = await stageToUndo(tx, row, how)
    const target = await rollbackTarget(tx, row, how, stage)
    if (target === null) return null
    const runs = row.environment.protected ? await runsOf(tx, row) : null
    const { after, undoes } = target
    const { direction, checks } = await assess(tx, row, after)
    const action = permissionFor(row, direction)
    return {
      undoes: undoes.from,
      through: undoes.to,
      from: describeState(row.state),
      to: describeState(after),
      direction,
      checks,
      allowed: may(actor, action, row.toggle.teamId),
      allowed_to: whoMay(action),
      version: row.version,
      stages: runs ? await undoableStages(tx, runs) : [],
    }
  })
}
