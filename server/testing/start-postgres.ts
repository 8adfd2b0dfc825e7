import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../bin/migrations.ts'
import { startPostgres } from '../../bin/postgres.ts'
import { inDatabase, templateName } from './template-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; ownerUrl: string; appUrl: string }
  }
}

/** Once for all database tests: a PostgreSQL of our own, and the template, migrated once. */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'rollcall-database-'))
  const postgres = await startPostgres({ home, ephemeral: true })
  const stop = async (): Promise<void> => {
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const { adminUrl, ownerUrl, appUrl } = postgres
    await makeTemplate(adminUrl, ownerUrl)
    project.provide('postgres', { adminUrl, ownerUrl, appUrl })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function makeTemplate(adminUrl: string, ownerUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${templateName} OWNER rollcall_owner`)
    await migrate(inDatabase(ownerUrl, templateName))
    await admin.query(
      `ALTER DATABASE ${templateName} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`,
    )
  } finally {
    await admin.end()
  }
}
