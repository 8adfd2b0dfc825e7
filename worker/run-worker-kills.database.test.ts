import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { enqueueMail } from '../server/mail/enqueue-mail.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { type MailSink, openSink } from './testing/mail-sink.ts'

const KILLS = 50
const MOMENTS = ['connected', 'not taken yet', 'just taken'] as const
const PROCESS = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url))

let database: TestDatabase
let sink: MailSink
let worker: ChildProcess | undefined
/** When the next worker is killed: at a moment of the newest mail. */
let deadly: { moment: (typeof MOMENTS)[number]; subject: string } | null

/** At its moment, the worker is gone, with no time to say goodbye. */
function killsAt(moment: (typeof MOMENTS)[number], subject?: string): boolean {
  if (deadly?.moment !== moment || (subject ?? deadly.subject) !== deadly.subject) return false
  deadly = null
  worker?.kill('SIGKILL')
  return true
}

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  deadly = null
  sink = await openSink({
    // Who connects has not said with what: any mail will do.
    onConnect: async () => void killsAt('connected'),
    onMail: async ({ subject }) => {
      if (!killsAt('not taken yet', subject)) return
      throw Object.assign(new Error('Nobody is there.'), { responseCode: 451 })
    },
    onTaken: async ({ subject }) => void killsAt('just taken', subject),
  })
})

afterEach(async () => {
  worker?.kill('SIGKILL')
  await sink.stop()
  await disconnectDatabase()
  await database.drop()
})

function startWorker(): ChildProcess {
  const env = {
    ...process.env,
    TEST_DATABASE: database.appUrl,
    TEST_SMTP: sink.url,
    TEST_TAKE_OVER_MS: '200',
  }
  return spawn(process.execPath, [PROCESS], { env, stdio: 'ignore' })
}

async function writeMail(number: number): Promise<void> {
  await enqueueMail(db(), {
    to: { address: 'ben.castellano@example.gov', name: 'Ben Castellano' },
    subject: `Mail ${number}`,
    text: 'Priya asks you.',
    link: { label: 'Open', path: '/plans' },
  })
}

test('a worker killed 50 times in the middle of a mail loses none, and sends twice only what nobody can know was taken', async () => {
  for (let round = 0; round < KILLS; round += 1) {
    const moment = MOMENTS[round % MOMENTS.length] ?? 'connected'
    await writeMail(round)
    deadly = { moment, subject: `Mail ${round}` }
    worker = startWorker()
    await once(worker, 'exit')
    expect(worker.signalCode).toBe('SIGKILL')
  }
  worker = startWorker()
  while ((await db().mail.count({ where: { status: 'sent' } })) < KILLS) await setTimeout(50)
  worker.kill('SIGTERM')
  await once(worker, 'exit')

  const mails = await db().mail.findMany({ select: { messageId: true, attempts: true } })
  const times = (messageId: string | null) =>
    sink.taken.filter((mail) => mail.messageId === messageId).length
  expect(mails).toHaveLength(KILLS)
  expect(mails.filter(({ messageId }) => times(messageId) === 0)).toEqual([])
  // Tried once, sent once. A second copy is of a try that was cut short after the server took it:
  // up to two for each kill, as many as a worker here has in hand. 18 of 50 when last looked at.
  expect(mails.filter(({ messageId, attempts }) => times(messageId) > attempts)).toEqual([])
  const [left] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`
  expect(left).toEqual({ n: 0 })
}, 900_000)
