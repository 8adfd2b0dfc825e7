import pg from 'pg'
import { inject } from 'vitest'
import { inDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/test-database.ts'

/** The same database as a superuser would reach it. */
export function asSuperuser(database: TestDatabase): string {
  return inDatabase(inject('postgres').adminUrl, new URL(database.appUrl).pathname.slice(1))
}

/** Runs SQL over a connection of its own, each statement by itself; gives the rows of the last. */
export async function runSql(
  connectionString: string,
  ...statements: readonly string[]
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** What only a superuser can do: rewrite history with every trigger switched off. */
export async function tamper(database: TestDatabase, ...statements: string[]): Promise<void> {
  await runSql(asSuperuser(database), 'SET session_replication_role = replica', ...statements)
}
