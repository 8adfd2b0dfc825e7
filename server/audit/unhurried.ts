import { type Db, db } from '../db.ts'

/** How long one statement over the whole log may take, and a transaction of a few of them. */
const STATEMENT = '10min'
const TRANSACTION_MS = 11 * 60_000

/**
 * Reads in a transaction of its own whose statements have ten minutes each: the application's role
 * allows a page's statement seconds, and a verification of a long log must not be cut off by that.
 */
export function unhurried<T>(read: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${STATEMENT}, true)`
      return read(tx)
    },
    { maxWait: 10_000, timeout: TRANSACTION_MS },
  )
}
