import type { Db } from '../db.ts'

/**
 * The database's clock at this moment, not at the start of the transaction: what waited for a lock
 * gets a later time than what it waited for.
 */
export async function databaseNow(tx: Db): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  if (!row) throw new Error('the database did not say what time it is')
  return row.now
}
