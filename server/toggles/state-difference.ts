import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type ShownState, shownState } from '../../domain/toggle/mask-actors.ts'
import { type AuditEntry, readEntries } from '../audit/read-entries.ts'
import { db } from '../db.ts'
import { type ChangedRow, changedBetween, FLIPS_COUNTED, seqAt } from './changed-between.ts'
import { type PastGates, pastGates } from './past-gates.ts'

/** What a toggle let in at a moment. */
export interface StateThen extends ShownState {
  readonly state: 'off' | 'conditional' | 'on'
  /** "10 % of actors". */
  readonly words: string
  readonly version: number
  /** The entry that led to it. */
  readonly seq: number
}

/** One toggle in one environment that was flipped between two moments. */
export interface StateChange {
  readonly toggle: string
  readonly environment: string
  /** Null where it was not registered yet. */
  readonly before: StateThen | null
  readonly after: StateThen
  /** False where it was flipped and came back to what it was. */
  readonly differs: boolean
  /** The flips between, newest first; `more` where there are more than are listed. */
  readonly flips: { readonly seqs: readonly number[]; readonly more: boolean }
}

export interface StateDifference {
  /** The newest entry at each moment; 0 before the first. */
  readonly from: { readonly at: string; readonly seq: number }
  readonly to: { readonly at: string; readonly seq: number }
  /** By toggle, then environment in its order. */
  readonly changes: readonly StateChange[]
  /** The newest flips between, newest first. */
  readonly flips: readonly Pick<
    AuditEntry,
    'seq' | 'sealed_at' | 'sentence' | 'outcome' | 'reason'
  >[]
}

export interface Moments {
  readonly from: Date
  readonly to: Date
  readonly environment?: string | undefined
}

/** Flips put into sentences; each of the others is one link away. */
const SENTENCES = 100

/**
 * What was flipped between two moments, from the log alone: each toggle and environment with its
 * state before and after and the flips that led there. What is sealed within the millisecond of a
 * moment belongs to it. An environment narrows it.
 *
 * @throws Refused `forbidden`; `invalid` where the first moment is after the second; `not_found` for
 * an environment that there is not.
 */
export async function stateDifference(
  actor: Actor,
  { from, to, environment }: Moments,
): Promise<StateDifference> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  if (from > to) {
    const message = 'is after to: the difference is from the earlier moment to the later.'
    throw new Refused({ code: 'invalid', errors: [{ path: 'query.from', message }] })
  }
  if (environment !== undefined) {
    const found = await db().environment.findUnique({ where: { key: environment } })
    if (!found) throw new Refused({ code: 'not_found', what: 'environment', key: environment })
  }
  const [first, last] = [await seqAt(from), await seqAt(to)]
  const rows = await changedBetween(first, last, environment ?? null)
  const readGates = pastGates()
  const changes = rows.map((row) =>
    changeOf(row, readGates, may(actor, 'actors.read', row.team_id)),
  )
  const newest = Float64Array.from(changes.flatMap(({ flips }) => flips.seqs)).sort()
  const entries = await readEntries([...newest.subarray(-SENTENCES)], actor)
  return {
    from: { at: from.toISOString(), seq: first },
    to: { at: to.toISOString(), seq: last },
    changes,
    flips: entries.map(({ seq, sealed_at, sentence, outcome, reason }) => ({
      seq,
      sealed_at,
      sentence,
      outcome,
      reason,
    })),
  }
}

function changeOf(
  row: ChangedRow,
  readGates: ReturnType<typeof pastGates>,
  seesActors: boolean,
): StateChange {
  const then = ({ state, words, gates }: PastGates, version: number, seq: bigint): StateThen => ({
    ...shownState(gates, seesActors),
    state,
    words,
    version,
    seq: Number(seq),
  })
  const { toggle, environment, differs, before_version: version, before_seq: seq } = row
  const before =
    version === null || seq === null || row.before_gates === null
      ? null
      : then(readGates(row.before_gates, row.before_actors), version, seq)
  const seqs = row.seqs.split(',').map(Number)
  return {
    toggle,
    environment,
    before,
    after: then(readGates(row.after_gates, row.after_actors), row.after_version, row.after_seq),
    differs,
    flips: { seqs: seqs.slice(0, FLIPS_COUNTED), more: seqs.length > FLIPS_COUNTED },
  }
}
