import type { Actor } from '../../domain/actor.ts'
import type { GuardAct } from '../../domain/guard/guard-input.ts'
import { Refused } from '../../domain/refusal.ts'
import { hashToken } from '../access/token.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { type Changed, imageOf } from '../write-entry.ts'
import { factOfGuard, findGuard, type GuardRow } from './guard-row.ts'
import { guardSecret } from './guard-secret.ts'
import type { GuardWithSecret } from './make-guard.ts'
import { requireKeeper } from './require-keeper.ts'

/** What of a guard may change; its tool does not. */
export interface ChangeGuard {
  readonly name?: string | undefined
  readonly act?: GuardAct | undefined
  readonly lower_to?: number | null | undefined
  readonly dry_run?: boolean | undefined
  /** The version that was read, where it must still be that. */
  readonly expectedVersion?: number | undefined
}

/**
 * Changes what a guard does.
 *
 * @throws Refused as making one does; `version_conflict`; `invalid` where a hold would name a share.
 */
export async function changeGuard(
  actor: Actor,
  id: string,
  input: ChangeGuard,
): Promise<Done<{ id: string; version: number }>> {
  return change(actor, { tried: 'change a guard', target: {} }, async (tx) => {
    const { guard, isProtected } = await held(tx, actor, id)
    requireVersion(guard, input.expectedVersion)
    const { name = guard.name, act = guard.act, dry_run: dryRun = guard.dryRun } = input
    const lowerTo = act === 'hold' ? (input.lower_to ?? null) : (input.lower_to ?? guard.lowerTo)
    if (act === 'hold' && lowerTo !== null)
      throw invalid('lower_to', 'is only for one that lowers.')
    if (act === 'hold' && !isProtected) throw invalid('act', 'holds nothing here. Let it lower.')
    const next = { name, act, lowerTo, dryRun }
    const changed = await write(tx, guard, next)
    const data = factOfGuard({ ...next, tool: guard.tool })
    const entry = { type: 'guard.changed', target: targetOf(guard), data, changed } as const
    return { result: { id, version: guard.version + 1 }, entries: [entry] }
  })
}

/**
 * Gives a guard another secret; the one before no longer opens anything.
 *
 * @throws Refused as making one does.
 */
export async function renewGuardSecret(actor: Actor, id: string): Promise<Done<GuardWithSecret>> {
  return change(actor, { tried: "change a guard's secret", target: {} }, async (tx) => {
    const { guard } = await held(tx, actor, id)
    const generation = guard.generation + 1
    const secret = guardSecret(id, generation)
    const changed = await write(tx, guard, { generation, secretHash: hashToken(secret) })
    const data = { guard: guard.name }
    const entry = { type: 'guard.secret_changed', target: targetOf(guard), data, changed } as const
    return { result: { id, secret }, entries: [entry] }
  })
}

/**
 * Removes a guard: its address and secret are dead from then on; a hold of it stands until released.
 *
 * @throws Refused as making one does.
 */
export async function removeGuard(actor: Actor, id: string): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'remove a guard', target: {} }, async (tx) => {
    const { guard } = await held(tx, actor, id)
    const changed = await write(tx, guard, { removed: true })
    const data = { guard: guard.name }
    const entry = { type: 'guard.removed', target: targetOf(guard), data, changed } as const
    return { result: { id }, entries: [entry] }
  })
}

function requireVersion({ version, name }: GuardRow, expected: number | undefined): void {
  if (expected === undefined || expected === version) return
  const what = `The guard “${name}”`
  throw new Refused({ code: 'version_conflict', what, expected, actual: version })
}

async function held(tx: Db, actor: Actor, id: string) {
  const { toggle, environment } = await findGuard(tx, id)
  // The state first, as a signal takes it, so that a signal meets the guard before or after.
  const row = await findStateRow(tx, toggle, environment, { lock: true })
  await requireKeeper(tx, actor, row)
  return { guard: await findGuard(tx, id), isProtected: row.environment.protected }
}

async function write(
  tx: Db,
  { id, version }: GuardRow,
  data: Parameters<Db['guard']['update']>[0]['data'],
): Promise<Changed[]> {
  const before = await imageOf(tx, 'guard', id)
  await tx.guard.update({ where: { id, version }, data: { ...data, version: version + 1 } })
  return [{ entity: 'guard', id, before }]
}

function targetOf({ toggle, environment }: GuardRow) {
  return { toggle, environment }
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
