import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { freshDatabase, useCast } from '../testing/test-database.ts'
import { dequeue, enqueue } from './enqueue.ts'

const MAIL = '0b9c3a52-6f0e-4a63-9a7e-0d9d3f1f2c11'

interface ListedJob {
  readonly task: string
  readonly key: string | null
  readonly due: Date
  readonly most: number
}

function listed(): Promise<ListedJob[]> {
  return db().$queryRaw`SELECT task_identifier AS task, key, run_at AS due, max_attempts AS most
    FROM graphile_worker.jobs ORDER BY id`
}

describe('a job', () => {
  useCast()

  test('is on the list once its transaction has committed', async () => {
    await db().$transaction((tx) => enqueue(tx, 'send_mail', { mail: MAIL }))
    expect(await listed()).toMatchObject([{ task: 'send_mail', key: null, most: 25 }])
  })

  test('is not, when the transaction is rolled back', async () => {
    const failing = db().$transaction(async (tx) => {
      await enqueue(tx, 'send_mail', { mail: MAIL })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await listed()).toEqual([])
  })

  test('waits for its moment, and is tried as often as asked', async () => {
    const runAt = new Date('2027-03-01T15:00:00Z')
    await enqueue(db(), 'tidy_mail', {}, { runAt, maxAttempts: 3 })
    expect(await listed()).toMatchObject([{ due: runAt, most: 3 }])
  })

  test('with a key replaces one that has not begun, and can be taken back', async () => {
    const later = new Date('2027-03-02T15:00:00Z')
    await enqueue(
      db(),
      'tidy_mail',
      {},
      { jobKey: 'tidy', runAt: new Date('2027-03-01T15:00:00Z') },
    )
    await enqueue(db(), 'tidy_mail', {}, { jobKey: 'tidy', runAt: later })
    expect(await listed()).toMatchObject([{ key: 'tidy', due: later }])
    await dequeue(db(), 'tidy')
    expect(await listed()).toEqual([])
  })

  test('is refused with a payload that its task does not know', async () => {
    await expect(enqueue(db(), 'send_mail', { mail: 'not an id' })).rejects.toThrow()
    expect(await listed()).toEqual([])
  })
})

test('the application may add and do jobs, and change nothing of how they are kept', async () => {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  const refused = (statement: string) =>
    expect(client.query(statement), statement).rejects.toThrow(/permission denied|must be owner/)
  await refused('CREATE TABLE graphile_worker.mine (id int)')
  await refused('DELETE FROM graphile_worker.migrations')
  await refused('TRUNCATE graphile_worker._private_jobs')
  await refused('DELETE FROM graphile_worker._private_tasks')
  await refused('DROP SCHEMA graphile_worker CASCADE')
  await client.end()
  await database.drop()
})
