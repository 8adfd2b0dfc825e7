import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { cast } from './cast.ts'
import { freshDatabase, type TestDatabase, useCast } from './test-database.ts'

describe('a database of one’s own', () => {
  let one: TestDatabase
  let other: TestDatabase

  beforeEach(async () => {
    one = await freshDatabase()
    other = await freshDatabase()
  })

  afterEach(async () => {
    await one.drop()
    await other.drop()
  })

  test('each database is migrated, and its own', async () => {
    await ask(one.ownerUrl, 'CREATE TABLE mark (id int)')
    expect(await ask(one.ownerUrl, "SELECT to_regclass('mark') IS NOT NULL AS there")).toEqual([
      { there: true },
    ])
    expect(await ask(other.ownerUrl, "SELECT to_regclass('mark') IS NOT NULL AS there")).toEqual([
      { there: false },
    ])
    expect(await ask(other.ownerUrl, "SELECT to_regclass('toggle') IS NOT NULL AS there")).toEqual([
      { there: true },
    ])
  })

  test('the application reads with its own role and may not make tables', async () => {
    expect(
      await ask(one.appUrl, 'SELECT current_user AS me, count(*)::int AS n FROM toggle'),
    ).toEqual([{ me: 'rollcall_app', n: 0 }])
    await expect(ask(one.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/)
  })

  test('a dropped database is gone, also under open connections', async () => {
    const open = new pg.Client({ connectionString: one.appUrl })
    open.on('error', () => undefined)
    await open.connect()
    await one.drop()
    await expect(ask(one.appUrl, 'SELECT 1')).rejects.toThrow(/does not exist/)
    await open.end().catch(() => undefined)
  })
})

describe('a database with the cast', () => {
  useCast()

  test('has ten people in one team, who can act', async () => {
    const { result, seqs } = await createToggle(cast.priya(), {
      key: 'benefits_intake',
      description: 'The new intake form',
    })
    expect(result).toEqual({ key: 'benefits_intake' })
    expect(seqs).toHaveLength(1)
    expect(await db().person.count()).toBe(10)
    expect(await db().environment.count({ where: { protected: true } })).toBe(1)
  })

  test('knows nothing of the test before', async () => {
    expect(await db().toggle.count()).toBe(0)
  })

  test('refuses who may not', async () => {
    await expect(
      createToggle(cast.victor(), { key: 'benefits_intake', description: '' }),
    ).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

async function ask(connectionString: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
