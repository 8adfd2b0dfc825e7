import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { inDatabase, templates } from './template-database.ts'

/** A migrated database of one test's own. */
export type TestDatabase = {
  /** As the application connects: least privileged. */
  appUrl: string
  /** As migrations connect: the owner of every table. */
  ownerUrl: string
  /** Ends every connection to it and removes it. */
  drop: () => Promise<void>
}

/**
 * Gives every test of a file a database of its own, with Benefits Portal, its three environments and
 * its people (see cast.ts), and turns server/db.ts to it. A copy takes about a tenth of a second.
 *
 * There is no transaction that is rolled back around a test: the database checks an entry against
 * its change and seals it at COMMIT, so that a command that never commits was hardly tried.
 */
export function useCast(): void {
  let database: TestDatabase | undefined
  beforeEach(async () => {
    database = await freshDatabase('cast')
    await connectDatabase(database.appUrl)
  })
  afterEach(async () => {
    await disconnectDatabase()
    await database?.drop()
  })
}

/**
 * Makes a database of its own, with nothing in it or with the cast, for a test that connects to it
 * itself. `drop` it after.
 */
export async function freshDatabase(
  template: keyof typeof templates = 'empty',
): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(
    adminUrl,
    `CREATE DATABASE ${name} TEMPLATE ${templates[template]} OWNER rollcall_owner STRATEGY FILE_COPY`,
  )
  return {
    appUrl: inDatabase(appUrl, name),
    ownerUrl: inDatabase(ownerUrl, name),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
