import type { Actor } from '../../domain/actor.ts'
import { describe as sentenceOf } from '../../domain/audit/describe.ts'
import type { EntryActor, EntryChange, EntryPayload, Target } from '../../domain/audit/entry.ts'
import { type FieldChange, fieldChanges } from '../../domain/audit/field-changes.ts'
import { type Names, nameOf } from '../../domain/audit/read-entry.ts'
import { db } from '../db.ts'
import { type EntryRow, entryRows } from './entry-rows.ts'
import { findNames } from './find-names.ts'
import { maskFor } from './mask-named-actors.ts'

/** One row that an entry changed, with its columns in words. */
export interface AuditChange extends EntryChange {
  /** What the row is called: "new_form in production"; null where it has no name of its own. */
  readonly name: string | null
  readonly fields: readonly FieldChange[]
}

/** One entry as the API and the pages show it. */
export interface AuditEntry {
  readonly seq: number
  /** When it was sealed at COMMIT, by the database's clock: ISO 8601, UTC, to the microsecond. */
  readonly sealed_at: string
  readonly type: string
  readonly outcome: 'allowed' | 'denied'
  /** What happened, in one sentence. */
  readonly sentence: string
  readonly actor: EntryActor & { readonly name: string }
  readonly target: Target
  /** Through what it came: `page`, `api`, `flipper` or `system`. */
  readonly via: string
  readonly request_id: string
  /** The other entries that the same request caused. */
  readonly same_request: readonly number[]
  readonly reason: string | null
  /** Everything that was said in free text, the reason too; null once it was erased. */
  readonly texts: Readonly<Record<string, string | null>>
  readonly changes: readonly AuditChange[]
  /** The hashed text itself: canonical JSON, with `data` and the digests of the texts. */
  readonly payload: string
  readonly leaf: string
  readonly prev: string
  readonly hash: string
}

/**
 * Entries by their numbers, newest first, with names and sentences. Whom a toggle names is told to
 * readers who may see it in that toggle's team, and to nobody where there is no reader; of other
 * rights nothing is asked.
 */
export async function readEntries(
  seqs: readonly number[],
  reader: Actor | null,
): Promise<AuditEntry[]> {
  if (seqs.length === 0) return []
  const rows = await entryRows(seqs)
  const read = rows.map((row) => ({ row, payload: payloadOf(row) }))
  const payloads = read.map(({ payload }) => payload)
  const [names, launches, mask] = await Promise.all([
    findNames(payloads),
    findLaunches(payloads),
    maskFor(reader, payloads),
  ])
  return read.map(({ row, payload }) =>
    entryOf(row, payload, { ...names, ...mask(payload) }, launches),
  )
}

/** The database checked the payload's frame when it took the entry, and describe() bears the rest. */
function payloadOf({ payload }: EntryRow): EntryPayload {
  const read: EntryPayload = JSON.parse(payload)
  const { changes, target, data } = read
  return { ...read, changes: changes ?? [], target: target ?? {}, data: data ?? {} } as EntryPayload
}

function entryOf(
  row: EntryRow,
  payload: EntryPayload,
  names: Names,
  launches: ReadonlyMap<string, string>,
): AuditEntry {
  const { actor, type, outcome, target, via, request_id } = payload
  const texts = row.texts ?? {}
  const seq = Number(row.seq)
  const actor_name = actor.kind === 'system' ? 'Rollcall' : nameOf(names, actor.id, actor.kind)
  const launched_at = launches.get(signOffsOf(payload)[0] ?? '') ?? null
  const { sealed_at, leaf, prev, hash } = row
  return {
    seq,
    sealed_at,
    type,
    outcome,
    sentence: sentenceOf({ seq, sealed_at, payload, actor_name, texts, names, launched_at }),
    actor: { ...actor, name: actor_name },
    target,
    via,
    request_id,
    same_request: (row.same_request ?? []).map(Number),
    reason: texts.reason ?? null,
    texts,
    changes: payload.changes.map((change) => ({
      ...change,
      name: names[change.id] ?? null,
      fields: fieldChanges(change, names),
    })),
    payload: row.payload,
    leaf,
    prev,
    hash,
  }
}

function signOffsOf({ data }: EntryPayload): readonly string[] {
  const ground = typeof data === 'object' && 'rests_on' in data ? data.rests_on : null
  return Array.isArray(ground?.sign_offs) ? ground.sign_offs : []
}

/** When the launch was decided in whose roll call a sign-off was given, by the sign-off's id. */
async function findLaunches(payloads: readonly EntryPayload[]): Promise<Map<string, string>> {
  const ids = payloads.flatMap((payload) => signOffsOf(payload).slice(0, 1))
  if (ids.length === 0) return new Map()
  const rows = await db().signOff.findMany({
    where: { id: { in: ids } },
    select: { id: true, rollCall: { select: { decidedAt: true } } },
  })
  return new Map(
    rows.flatMap(({ id, rollCall: { decidedAt } }): [string, string][] =>
      decidedAt === null ? [] : [[id, decidedAt.toISOString()]],
    ),
  )
}
