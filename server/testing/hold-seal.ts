import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from '../db.ts'
import { inDatabase } from './template-database.ts'

/** The lock under which COMMIT seals the log, as the migration has it. */
const SEAL = '7265746701'

/** A connection of the database's owner over all, to the database of this test. */
export async function asSuperuser<R>(work: (admin: pg.Client) => Promise<R>): Promise<R> {
  const name = new URL(databaseUrl()).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inDatabase(inject('postgres').adminUrl, name) })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** Keeps every COMMIT that would seal an entry waiting until the work is over. */
export async function holdSeal<R>(work: (admin: pg.Client) => Promise<R>): Promise<R> {
  return asSuperuser(async (admin) => {
    await admin.query('BEGIN')
    await admin.query(`SELECT pg_advisory_xact_lock(${SEAL})`)
    const result = await work(admin)
    await admin.query('ROLLBACK')
    return result
  })
}

/** Waits until so many statements of this database wait for a lock; gives up after some seconds. */
export async function untilWaiting(admin: pg.Client, count = 1): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    // Within a transaction the first look would be the last.
    await admin.query('SELECT pg_stat_clear_snapshot()')
    const { rowCount } = await admin.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if ((rowCount ?? 0) >= count) return
    await setTimeout(5)
  }
}
