import { Refused } from '../../domain/refusal.ts'
import { flipToUndo } from '../../domain/rollout/flip-to-undo.ts'
import { isSameState, stateFromJson, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { pastFlips, stateAtVersion, versionBefore } from './past-flips.ts'
import type { StateRow } from './state-row.ts'

/** How far back a rollback goes; nothing of it: to before the newest flip that is not undone yet. */
export interface HowFarBack {
  /** To the state right before this entry of the log, whatever the entry is of. */
  readonly toBeforeSeq?: number | undefined
  /** To the state that this version was. */
  readonly toVersion?: number | undefined
}

/** What a rollback restores. */
export interface RollbackTarget {
  readonly after: ToggleState
  /** The versions whose flips it undoes. */
  readonly undoes: { readonly from: number; readonly to: number }
}

/**
 * The snapshot that a rollback of a row restores; null when there is nothing to undo.
 *
 * @throws Refused `invalid` for a version that the row has not been at, or both ways at once.
 */
export async function rollbackTarget(
  tx: Db,
  row: StateRow,
  how: HowFarBack,
): Promise<RollbackTarget | null> {
  const version = await versionToRestore(tx, row, how)
  if (version === null || version >= row.version) return null
  const after = stateFromJson(await stateAtVersion(tx, row.id, version))
  // Without a place to go back to one flip is undone; what came after it was undone before.
  const isOne = how.toBeforeSeq === undefined && how.toVersion === undefined
  if (!isOne && isSameState(after, row.state)) return null
  return { after, undoes: { from: version + 1, to: isOne ? version + 1 : row.version } }
}

async function versionToRestore(tx: Db, row: StateRow, how: HowFarBack): Promise<number | null> {
  const { toBeforeSeq, toVersion } = how
  if (toBeforeSeq !== undefined && toVersion !== undefined) {
    throw invalid('to_version', 'and to_before_seq do not go together.')
  }
  if (toBeforeSeq !== undefined) return versionBefore(tx, row.id, toBeforeSeq)
  if (toVersion !== undefined) {
    if (toVersion >= 1 && toVersion <= row.version) return toVersion
    throw invalid('to_version', `is from 1 to ${row.version}, the version it is at.`)
  }
  const newest = flipToUndo(await pastFlips(tx, row.id))
  return newest === null ? null : newest - 1
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
