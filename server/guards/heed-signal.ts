import { createHash, randomUUID } from 'node:crypto'
import { guardDecision, type Signal } from '../../domain/guard/signal.ts'
import { directionOf } from '../../domain/toggle/direction.ts'
import { narrowTo } from '../../domain/toggle/narrow-to.ts'
import { isSameState } from '../../domain/toggle/state.ts'
import { systemActor } from '../access/system-actor.ts'
import { change, told } from '../change.ts'
import type { Db } from '../db.ts'
import { applyFlip } from '../toggles/apply-flip.ts'
import { findStateRow, type StateRow } from '../toggles/state-row.ts'
import type { Entry } from '../write-entry.ts'
import { findGuard, type GuardRow } from './guard-row.ts'
import { lowerTarget } from './lower-target.ts'
import { tellKeepers } from './tell-keepers.ts'

/** What came of a signal: `seen` for one that came before, `nothing_to_do` where it holds already. */
export type SignalOutcome =
  | 'held'
  | 'lowered'
  | 'rehearsed'
  | 'ignored'
  | 'asked'
  | 'nothing_to_do'
  | 'seen'

interface Came {
  readonly outcome: SignalOutcome
  readonly entries: readonly Entry[]
}

/**
 * Does what a guard is for, as Rollcall itself and by the guard's name: holds or lowers, never more.
 * The signal is noted in the same transaction, so that of the same one sent again nothing comes.
 *
 * @throws Refused `not_found` for a guard that was removed.
 */
export async function heedSignal(
  id: string,
  signal: Signal,
  address: string | null,
): Promise<SignalOutcome> {
  const actor = systemActor(address)
  const { result } = await change(actor, { tried: 'heed a guard', target: {} }, async (tx) => {
    const { toggle, environment } = await findGuard(tx, id)
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    // Again now that the state is held: it may have been changed or removed meanwhile.
    const guard = await findGuard(tx, id)
    const signalId = await note(tx, id, signal)
    if (signalId === null) return told('seen' as SignalOutcome, [])
    const { outcome, entries } = await heed(tx, { guard, row, signal, signalId })
    await tx.$executeRaw`INSERT INTO guard_signal (id, guard_id, fingerprint, told, outcome, said)
      VALUES (${signalId}::uuid, ${id}::uuid, ${fingerprintOf(signal)}, ${signal.told}, ${outcome}, ${signal.said})`
    return told(outcome, entries)
  })
  return result
}

interface Heeding {
  readonly guard: GuardRow
  readonly row: StateRow
  readonly signal: Signal
  readonly signalId: string
}

async function heed(tx: Db, heeding: Heeding): Promise<Came> {
  const { guard, row, signal } = heeding
  const decision = guardDecision({ isDryRun: guard.dryRun }, signal)
  if (decision === 'ignore') return { outcome: 'ignored', entries: [] }
  if (row.toggle.archived) return { outcome: 'nothing_to_do', entries: [] }
  if (decision === 'ask') return ask(tx, heeding)
  if (decision === 'rehearse') {
    const data = { guard: guard.name, act: guard.act }
    return { outcome: 'rehearsed', entries: [factOf(heeding, { type: 'guard.rehearsed', data })] }
  }
  return guard.act === 'hold' ? hold(tx, heeding) : lower(tx, heeding)
}

async function ask(tx: Db, heeding: Heeding): Promise<Came> {
  await tellKeepers(tx, heeding, 'asks')
  const data = { guard: heeding.guard.name }
  return { outcome: 'asked', entries: [factOf(heeding, { type: 'guard.asked', data })] }
}

async function hold(tx: Db, heeding: Heeding): Promise<Came> {
  const { guard, row, signal } = heeding
  const standing = await tx.rolloutHold.count({ where: { guardId: guard.id, releasedBy: null } })
  if (standing > 0) return { outcome: 'nothing_to_do', entries: [] }
  const id = randomUUID()
  await tx.rolloutHold.create({
    data: { id, toggleStateId: row.id, guardId: guard.id, said: signal.said },
  })
  await tellKeepers(tx, heeding, 'holds')
  const entry = factOf(heeding, { type: 'guard.held', data: { guard: guard.name } })
  const changed = [{ entity: 'rollout_hold', id, before: null }] as const
  return { outcome: 'held', entries: [{ ...entry, changed }] }
}

async function lower(tx: Db, heeding: Heeding): Promise<Came> {
  const { guard, row, signal } = heeding
  const after = narrowTo(row.state, await lowerTarget(tx, guard, row))
  if (isSameState(row.state, after)) return { outcome: 'nothing_to_do', entries: [] }
  const { offIsDangerous } = row.toggle
  const direction = directionOf(row.state, after, { offIsDangerous })
  // Where off is the dangerous side, taking people out widens: a guard may not, so a person is asked.
  if (direction !== 'narrows' && direction !== 'none') return ask(tx, heeding)
  const reason = `The guard “${guard.name}”: ${signal.said}`
  const actor = systemActor()
  const { entries } = await applyFlip(tx, actor, { row, after, reason, guard: guard.name })
  await tellKeepers(tx, heeding, 'lowered')
  return { outcome: 'lowered', entries }
}

type GuardFact = Pick<
  Extract<Entry, { type: 'guard.held' | 'guard.asked' | 'guard.rehearsed' }>,
  'type' | 'data'
>

function factOf({ guard, signal }: Heeding, fact: GuardFact): Entry {
  const target = { toggle: guard.toggle, environment: guard.environment }
  return { ...fact, target, texts: { detail: signal.said }, changed: [] } as Entry
}

function fingerprintOf({ identity }: Signal): string {
  return createHash('sha256').update(identity).digest('hex')
}

/** The id under which a signal is to be noted; null for one that was noted before. */
async function note(tx: Db, guardId: string, signal: Signal): Promise<string | null> {
  const fingerprint = fingerprintOf(signal)
  const known = await tx.guardSignal.count({ where: { guardId, fingerprint } })
  return known > 0 ? null : randomUUID()
}
