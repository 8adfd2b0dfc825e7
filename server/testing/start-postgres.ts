import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bringUpToDate } from '../../bin/bring-up-to-date.ts'
import { type Postgres, startPostgres } from '../../bin/postgres.ts'
import { databaseFolders } from '../../bin/test-run/database-folder.ts'
import type { CastIds } from './cast-members.ts'
import { enrolCast } from './enrol-cast.ts'
import { inDatabase, templates } from './template-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; ownerUrl: string; appUrl: string }
    cast: CastIds
  }
}

/** Once for all database tests: a PostgreSQL of our own, and the templates. */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const { home, postgres } = await startSomewhere()
  const stop = async (): Promise<void> => {
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const { adminUrl, ownerUrl, appUrl } = postgres
    project.provide('postgres', { adminUrl, ownerUrl, appUrl })
    project.provide('cast', await makeTemplates(adminUrl, ownerUrl, appUrl))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function startSomewhere(): Promise<{ home: string; postgres: Postgres }> {
  let failure: unknown
  for (const home of databaseFolders()) {
    try {
      return { home, postgres: await startPostgres({ home, ephemeral: true }) }
    } catch (error) {
      // Programs may not be run from memory everywhere.
      failure = error
      rmSync(home, { recursive: true, force: true })
    }
  }
  throw failure
}

async function makeTemplates(adminUrl: string, ownerUrl: string, appUrl: string): Promise<CastIds> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${templates.empty} OWNER rollcall_owner`)
    await bringUpToDate(inDatabase(ownerUrl, templates.empty))
    await admin.query(
      `CREATE DATABASE ${templates.cast} TEMPLATE ${templates.empty} OWNER rollcall_owner`,
    )
    const cast = await enrolCast(inDatabase(appUrl, templates.cast))
    // A connection to a template, left open by mistake, would keep it from being copied.
    for (const name of Object.values(templates)) {
      await admin.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
    }
    return cast
  } finally {
    await admin.end()
  }
}
