import { Refused } from '../../domain/refusal.ts'
import { flipToUndo } from '../../domain/rollout/flip-to-undo.ts'
import { isSameState, stateFromJson, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { type RunsMeant, stageBegan } from '../rollout/stage-began.ts'
import { pastFlips, stateAtVersion, versionBefore } from './past-flips.ts'
import { holdGoverningPlan } from './release-facts.ts'
import type { StateRow } from './state-row.ts'

/** How far back a rollback goes; nothing of it: to before the newest flip that is not undone yet. */
export interface HowFarBack {
  /** To the state right before this entry of the log, whatever the entry is of. */
  readonly toBeforeSeq?: number | undefined
  /** To the state that this version was. */
  readonly toVersion?: number | undefined
  /** To right before this stage of the governing plan began: its number there, from 1. */
  readonly beforeStage?: number | undefined
}

/** What a rollback restores. */
export interface RollbackTarget {
  readonly after: ToggleState
  /** The versions whose flips it undoes. */
  readonly undoes: { readonly from: number; readonly to: number }
}

/** The stage that a rollback goes to before: its runs, and where the log tells that it began. */
export interface StageToUndo {
  readonly meant: RunsMeant
  readonly seq: number
}

/**
 * The stage that a rollback of a row goes to before; null where it names none.
 *
 * @throws Refused `not_found`, `stage_not_ready` for a stage that does not run.
 */
export async function stageToUndo(
  tx: Db,
  row: StateRow,
  { beforeStage }: HowFarBack,
): Promise<StageToUndo | null> {
  if (beforeStage === undefined) return null
  const meant = await runsOf(tx, row)
  if (meant) return { meant, seq: await stageBegan(tx, meant, beforeStage) }
  throw new Refused({ code: 'not_found', what: 'stage', key: String(beforeStage) })
}

/** The runs of the plan that governs a row; null where none does. */
export async function runsOf(tx: Db, row: StateRow): Promise<RunsMeant | null> {
  const plan = await holdGoverningPlan(tx, row.toggle.key)
  return plan && { planId: plan.id, environment: row.environment, toggleId: row.toggle.id }
}

/**
 * The snapshot that a rollback of a row restores; null when there is nothing to undo.
 *
 * @param stage the stage that it goes to before, as `stageToUndo` found it.
 * @throws Refused `invalid` for a version that the row has not been at, or several ways at once.
 */
export async function rollbackTarget(
  tx: Db,
  row: StateRow,
  how: HowFarBack,
  stage: StageToUndo | null = null,
): Promise<RollbackTarget | null> {
  requireOneWay(how)
  const toBeforeSeq = stage?.seq ?? how.toBeforeSeq
  const version = await versionToRestore(tx, row, { ...how, toBeforeSeq })
  if (version === null || version >= row.version) return null
  const after = stateFromJson(await stateAtVersion(tx, row.id, version))
  // Without a place to go back to one flip is undone; what came after it was undone before.
  const isOne = toBeforeSeq === undefined && how.toVersion === undefined
  if (!isOne && isSameState(after, row.state)) return null
  return { after, undoes: { from: version + 1, to: isOne ? version + 1 : row.version } }
}

async function versionToRestore(tx: Db, row: StateRow, how: HowFarBack): Promise<number | null> {
  const { toBeforeSeq, toVersion } = how
  if (toBeforeSeq !== undefined) return versionBefore(tx, row.id, toBeforeSeq)
  if (toVersion !== undefined) {
    if (toVersion >= 1 && toVersion <= row.version) return toVersion
    throw invalid('to_version', `is from 1 to ${row.version}, the version it is at.`)
  }
  const newest = flipToUndo(await pastFlips(tx, row.id))
  return newest === null ? null : newest - 1
}

function requireOneWay({ toBeforeSeq, toVersion, beforeStage }: HowFarBack): void {
  const ways = [toBeforeSeq, toVersion, beforeStage].filter((way) => way !== undefined)
  if (ways.length < 2) return
  const path = toVersion === undefined ? 'before_stage' : 'to_version'
  throw invalid(path, 'does not go together with another way to say how far back.')
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
