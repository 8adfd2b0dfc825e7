import { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'

/** The most entries that an export reads at a time. */
export const PART = 200

/**
 * So many bytes of payloads an export keeps in memory at once, and one entry more: an entry of a
 * toggle that names thousands of actors is as long as hundreds of others.
 */
export const AT_ONCE = 2 ** 22

/** Of a chain `c` and its events `e`: the bytes of the payloads before each row. */
export const bytesBefore = Prisma.sql`
  sum(octet_length(e.payload)) OVER (ORDER BY c.seq) - octet_length(e.payload)`

/** Those of some entries, the oldest first, that may be kept at once; one at least. */
export async function keptAtOnce(seqs: readonly number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM (
      SELECT c.seq, ${bytesBefore} AS before
        FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
       WHERE c.seq = ANY (${seqs.map(String)}::bigint[])) measured
     WHERE before < ${AT_ONCE} ORDER BY seq`
  return rows.map(({ seq }) => Number(seq))
}
