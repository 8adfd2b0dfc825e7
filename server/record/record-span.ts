import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/** Up to where a record goes: the newest entry of the log that counts. */
export interface RecordSpan {
  /** The number of the round as of which it stands; null for the whole release. */
  readonly round: number | null
  readonly seq: number
  /** When that entry was sealed: ISO 8601, UTC, to the microsecond. */
  readonly at: string
}

/**
 * The span of a plan's record: to the present, or to the decision of a round and all that its
 * request caused. As of a round that is open, that is the present too.
 *
 * @throws Refused `not_found` for a round that the plan has not.
 */
export async function recordSpan(
  tx: Db,
  planId: string,
  round: number | undefined,
): Promise<RecordSpan> {
  const seq = round === undefined ? null : await decisionSeq(tx, planId, round)
  const [end] = await tx.$queryRaw<{ seq: bigint; at: string }[]>`
    SELECT c.seq, to_char(c.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
      FROM audit.chain c WHERE ${seq}::bigint IS NULL OR c.seq <= ${seq}::bigint
     ORDER BY c.seq DESC LIMIT 1`
  if (!end) throw new Error('a plan is there, and no entry that tells it')
  return { round: round ?? null, seq: Number(end.seq), at: end.at }
}

/** The last entry of the request that decided a round; null while it is open. */
async function decisionSeq(tx: Db, planId: string, number: number): Promise<number | null> {
  const row = await tx.rollCall.findUnique({
    where: { planId_number: { planId, number } },
    select: { id: true },
  })
  if (!row) throw new Refused({ code: 'not_found', what: 'roll call', key: String(number) })
  const [found] = await tx.$queryRaw<{ seq: bigint | null }[]>`
    SELECT max(c.seq) AS seq
      FROM audit.event e JOIN audit.chain c ON c.event_id = e.id
     WHERE e.request_id = (
       SELECT d.request_id FROM audit.change g JOIN audit.event d ON d.id = g.event_id
        WHERE g.entity = 'roll_call' AND g.entity_id = ${row.id}::uuid
          AND g.after ->> 'decision' IS NOT NULL
        ORDER BY g.version LIMIT 1)`
  return found?.seq == null ? null : Number(found.seq)
}
