import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { enqueue } from '../server/jobs/enqueue.ts'
import type { Message } from '../server/mail/deliver-mail.ts'
import { enqueueMail } from '../server/mail/enqueue-mail.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'
import { testSigner } from './testing/test-signer.ts'
import { TIMETABLE } from './timetable.ts'

let database: TestDatabase
let worker: RunningWorker | undefined

beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
})

afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await disconnectDatabase()
  await database.drop()
  vi.restoreAllMocks()
})

function begin(send: (message: Message) => Promise<void>): void {
  worker = runWorker({
    url: database.appUrl,
    tools: {
      post: () => ({ domain: 'example.gov', send }),
      origin: 'https://rollcall.example.gov',
      postWebhook: async () => ({ status: 204, error: null, retryAfterMs: null }),
      heads: testSigner(mkdtempSync(join(tmpdir(), 'rollcall-heads-'))),
    },
    concurrency: 2,
    takeOverMs: 200,
  })
}

async function writeMail(subject: string): Promise<void> {
  await enqueueMail(db(), {
    to: { address: 'ben.castellano@example.gov', name: 'Ben Castellano' },
    subject,
    text: 'Priya asks you.',
    link: { label: 'Open', path: '/plans' },
  })
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(20)
}

const jobs = async () => {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs`
  return row?.n
}

describe('the worker, as the application’s role', () => {
  test('does what is enqueued, before it began and after', async () => {
    const sent: string[] = []
    await writeMail('before')
    begin(async ({ subject }) => void sent.push(subject))
    await until(() => sent.length === 1)
    await writeMail('after')
    await until(() => sent.length === 2)
    await until(async () => (await jobs()) === 0)
    expect(sent).toEqual(['before', 'after'])
  })

  test('finishes what it took before it stops', async () => {
    let finished = 0
    let begun = 0
    begin(async () => {
      begun += 1
      await setTimeout(400)
      finished += 1
    })
    await writeMail('slow')
    await until(() => begun === 1)
    await worker?.stop()
    worker = undefined
    expect(finished).toBe(1)
    expect(await jobs()).toBe(0)
    expect(await db().mail.findFirst()).toMatchObject({ status: 'sent' })
  })

  test('goes on by itself after its connections were cut', async () => {
    const sent: string[] = []
    begin(async ({ subject }) => void sent.push(subject))
    await writeMail('before')
    await until(() => sent.length === 1)
    await cutConnections(new URL(database.appUrl).pathname.slice(1))
    await connectDatabase(database.appUrl)
    await writeMail('after')
    await until(() => sent.length === 2)
    expect(sent).toEqual(['before', 'after'])
  })

  test('a job of an unknown shape is tried again later and said, and hinders no other', async () => {
    const sent: string[] = []
    await db().$executeRaw`SELECT FROM graphile_worker.add_job('send_mail', '{"mail": 7}'::json)`
    begin(async ({ subject }) => void sent.push(subject))
    await writeMail('good')
    await until(() => sent.length === 1)
    const rows = await db().$queryRaw<{ attempts: number; failed: boolean }[]>`
      SELECT attempts, last_error IS NOT NULL AS failed FROM graphile_worker.jobs`
    expect(rows).toEqual([{ attempts: 1, failed: true }])
  })

  test('says each job in one line that holds nobody’s address', async () => {
    const write = vi.mocked(process.stdout.write)
    begin(async () => undefined)
    await writeMail('a line')
    await until(async () => (await jobs()) === 0)
    const lines = write.mock.calls.map(([line]) => String(line))
    const told = lines.filter((line) => line.includes('job done')).map((line) => JSON.parse(line))
    expect(told).toMatchObject([
      { level: 'info', process: 'worker', task: 'send_mail', attempt: 1, result: 'sent' },
    ])
    expect(lines.join('')).not.toContain('ben.castellano')
  })

  test('a task on the timetable is one that exists', async () => {
    expect(TIMETABLE.length).toBeGreaterThan(0)
    await enqueue(db(), 'tidy_mail', {})
    begin(async () => undefined)
    await until(async () => (await jobs()) === 0)
  })
})

async function cutConnections(name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgres').adminUrl })
  await admin.connect()
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    name,
  ])
  await admin.end()
}
