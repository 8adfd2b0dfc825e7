import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { inDatabase, templateName } from './template-database.ts'

/** A migrated, empty database of one test's own. */
export type TestDatabase = {
  /** As the application connects: least privileged. */
  appUrl: string
  /** As migrations connect: the owner of every table. */
  ownerUrl: string
  /** Ends every connection to it and removes it. */
  drop: () => Promise<void>
}

/**
 * Makes a database of its own, a copy of the migrated template, in well under a second. For tests
 * where the commit matters: locks, the audit chain, notices, several connections. `drop` it after.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName} OWNER rollcall_owner`)
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
