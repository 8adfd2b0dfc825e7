import { db } from '../db.ts'

/** One entry with its link, as stored. */
export interface EntryRow {
  readonly seq: bigint
  /** ISO 8601, UTC, to the microsecond. */
  readonly sealed_at: string
  /** The hashed text, as stored. */
  readonly payload: string
  readonly leaf: string
  readonly prev: string
  readonly hash: string
  /** Each text kept beside the entry; null once it was erased. */
  readonly texts: Readonly<Record<string, string | null>> | null
  /** The numbers of the other entries of the same request. */
  readonly same_request: readonly bigint[] | null
}

/** The stored rows of these numbers of the log, newest first; a number that is not there has none. */
export function entryRows(seqs: readonly number[]): Promise<EntryRow[]> {
  return db().$queryRaw<EntryRow[]>`
    SELECT c.seq,
           to_char(c.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sealed_at,
           e.payload,
           encode(c.leaf, 'hex') AS leaf, encode(c.prev, 'hex') AS prev, encode(c.hash, 'hex') AS hash,
           (SELECT jsonb_object_agg(t.field, t.text) FROM audit.text t WHERE t.event_id = e.id) AS texts,
           (SELECT array_agg(oc.seq ORDER BY oc.seq)
              FROM audit.event o JOIN audit.chain oc ON oc.event_id = o.id
             WHERE o.request_id = e.request_id AND o.id <> e.id) AS same_request
      FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
     WHERE c.seq = ANY (${seqs.map(String)}::bigint[])
     ORDER BY c.seq DESC`
}
