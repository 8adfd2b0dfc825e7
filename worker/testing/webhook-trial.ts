import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, vi } from 'vitest'
import { findEntries } from '../../server/audit/find-entries.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { cast } from '../../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../../server/testing/test-database.ts'
import { createToggle } from '../../server/toggles/create-toggle.ts'
import { flip } from '../../server/toggles/flip.ts'
import { fanOut } from '../../server/webhooks/fan-out.ts'
import { findWebhooks } from '../../server/webhooks/find-webhooks.ts'
import { makeWebhook } from '../../server/webhooks/make-webhook.ts'
import { sendWaiting } from '../../server/webhooks/send-waiting.ts'
import { postWebhook } from '../webhooks/post-webhook.ts'
import { openReceiver, type Receiver } from './receiver.ts'

/** Walls that let a receiver on this machine be reached. */
export const open = { plainHttp: true, privateAddresses: true }
export const origin = 'https://rollcall.example.gov'

let database: TestDatabase | undefined
let receiver: Receiver | undefined

/** Gives each test of a file a database with one toggle, and a receiver of its own. */
export function givenReceiver(): void {
  beforeEach(async () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
    database = await freshDatabase('cast')
    await connectDatabase(database.appUrl)
    receiver = await openReceiver()
    await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await receiver?.close()
    await disconnectDatabase()
    await database?.drop()
  })
}

/** The receiver of the test that runs. */
export function theReceiver(): Receiver {
  if (!receiver) throw new Error('there is a receiver in tests alone')
  return receiver
}

/** The address of the database of the test that runs. */
export function databaseAddress(): string {
  return database?.appUrl ?? ''
}

/** A webhook to that receiver. */
export async function make(more: object = {}): Promise<string> {
  const input = { name: 'SIEM', url: theReceiver().url, ...more }
  return (await makeWebhook(cast.alma(), input, open)).result.id
}

/** Lets a share of actors in. */
export function flipTo(percentage: number, environment = 'staging') {
  const patch = { percentage_of_actors: percentage }
  return flip(cast.tomas(), { toggle: 'new_intake_form', environment, patch, reason: 'Step' })
}

/** What the worker does when there is something new. */
export async function work(id: string): Promise<string> {
  await fanOut()
  const { signal } = new AbortController()
  return sendWaiting(id, { post: postWebhook(open), origin, signal })
}

/** As if the pause after a failure were over, and so much more time. */
export async function later(id: string, ms = 0): Promise<void> {
  const where = { webhookId: id }
  const { failingSince } = await db().webhookProgress.findUniqueOrThrow({ where })
  const since = failingSince && new Date(failingSince.getTime() - ms)
  await db().webhookProgress.update({ where, data: { nextAttemptAt: null, failingSince: since } })
}

/** What the receiver got, by kind. */
export const types = () => theReceiver().received.map(({ body }) => body.type)

/** How it goes with the one webhook. */
export const standing = async () => (await findWebhooks(cast.alma())).webhooks[0]

export const newestEntry = async () => (await findEntries(cast.grace(), { limit: 1 })).entries[0]

/** Waits until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(20)
}
