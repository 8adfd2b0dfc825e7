import { composeMessage } from '../../domain/webhook/compose-message.ts'
import { signMessage } from '../../domain/webhook/sign-message.ts'
import { readEntries } from '../audit/read-entries.ts'
import { db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { holdLease, letGo, takeLease } from './lease.ts'
import { settleFailure } from './settle-failure.ts'
import { findWebhook, type WebhookRow } from './webhook-row.ts'
import { signingSecrets } from './webhook-secret.ts'

/** One message, ready to be handed over. */
export interface Outgoing {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How a receiver answered: a status, or why there was none. */
export interface Answered {
  readonly status: number | null
  readonly error: string | null
  readonly retryAfterMs: number | null
}

/** Hands one message to its receiver. Never throws: that it could not be reached is an answer. */
export type PostWebhook = (message: Outgoing) => Promise<Answered>

interface Sending {
  readonly post: PostWebhook
  readonly origin: string
  readonly signal: AbortSignal
}

/** Messages read at a time. */
const BATCH = 20

type Waiting = Awaited<ReturnType<typeof nextWaiting>>[number]

/**
 * Sends what waits for a webhook, a message at a time in the order of the log, until nothing waits,
 * one is not taken, or the process is to end. A message that was taken by a receiver while this
 * process died is sent again: at least once, and under the same id.
 */
export async function sendWaiting(webhookId: string, sending: Sending): Promise<string> {
  const lease = await takeLease(webhookId)
  if (lease.taken === false) {
    if (lease.retryAt === null) return 'nothing is sent to it now'
    await enqueueAt(webhookId, lease.retryAt)
    return `waits until ${lease.retryAt.toISOString()}`
  }
  let sent = 0
  try {
    for (;;) {
      const webhook = await findWebhook(db(), webhookId)
      if (!webhook?.enabled) return `sent ${sent}, and is off`
      const waiting = await nextWaiting(webhookId)
      if (waiting.length === 0) return `sent ${sent}`
      for (const delivery of waiting) {
        if (sending.signal.aborted) {
          await enqueueAt(webhookId, new Date())
          return `sent ${sent}, to be gone on with`
        }
        await holdLease(webhookId)
        const retryAt = await sendOne(webhook, delivery, sending)
        if (retryAt === 'sent') sent += 1
        else if (retryAt !== 'given up') {
          if (retryAt !== null) await enqueueAt(webhookId, retryAt)
          return `sent ${sent}, then one was not taken`
        }
      }
    }
  } finally {
    await letGo(webhookId)
  }
}

function nextWaiting(webhookId: string) {
  return db().webhookDelivery.findMany({
    where: { webhookId, status: 'pending' },
    orderBy: { seq: { sort: 'asc', nulls: 'first' } },
    take: BATCH,
  })
}

/** When to try again, null for never; or that it is done with. */
async function sendOne(
  webhook: WebhookRow,
  { id, seq, attempts }: Waiting,
  { post, origin }: Sending,
): Promise<'sent' | 'given up' | Date | null> {
  const now = new Date()
  const begun = performance.now()
  const signed = secretsOf(webhook, now)
  const answer =
    'error' in signed
      ? { status: null, retryAfterMs: null, ...signed }
      : await post(await messageOf(webhook, { id, seq }, { ...signed, origin, now }))
  const isTaken = answer.status !== null && answer.status >= 200 && answer.status < 300
  const about = {
    attempts: attempts + 1,
    answer: answer.status,
    error: isTaken ? null : answer.error,
    tookMs: Math.round(performance.now() - begun),
    triedAt: now,
  }
  if (!isTaken) return settleFailure(webhook, { id, ...about }, answer.retryAfterMs)
  await db().$transaction([
    db().webhookDelivery.update({ where: { id }, data: { ...about, status: 'delivered' } }),
    db().webhookProgress.update({
      where: { webhookId: webhook.id },
      data: { failingSince: null, nextAttemptAt: null },
    }),
  ])
  return 'sent'
}

/** What cannot be signed is not sent, and the log of deliveries says why. */
function secretsOf(webhook: WebhookRow, now: Date): { secrets: string[] } | { error: string } {
  try {
    return { secrets: signingSecrets(webhook, now) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

async function messageOf(
  webhook: WebhookRow,
  { id, seq }: Pick<Waiting, 'id' | 'seq'>,
  { secrets, origin, now }: { secrets: readonly string[]; origin: string; now: Date },
): Promise<Outgoing> {
  const [entry] = seq === null ? [] : await readEntries([Number(seq)], null)
  const what = entry ?? { webhook: webhook.name, at: now.toISOString() }
  const body = composeMessage(webhook.format, what, origin)
  const messageId = `msg_${id.replaceAll('-', '')}`
  const timestamp = Math.floor(now.getTime() / 1000)
  return {
    url: webhook.url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Rollcall-Webhooks/1.0',
      'webhook-id': messageId,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signMessage({ id: messageId, timestamp, body }, secrets),
    },
  }
}

function enqueueAt(webhook: string, runAt: Date): Promise<void> {
  return enqueue(db(), 'send_webhook', { webhook }, { jobKey: `webhook:${webhook}`, runAt })
}
