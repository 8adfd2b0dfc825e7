import { db } from '../db.ts'

/** The number of the newest entry of the log; 0 when it is empty. */
export async function newestSeq(): Promise<number> {
  const newest = await db().auditChain.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return Number(newest?.seq ?? 0)
}
