import { afterFailure } from '../../domain/webhook/after-failure.ts'
import { systemActor } from '../access/system-actor.ts'
import { change, told } from '../change.ts'
import { type Db, db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import { lockWebhook, type WebhookRow, writeWebhook } from './webhook-row.ts'

interface Failure {
  readonly id: string
  readonly attempts: number
  readonly answer: number | null
  readonly error: string | null
  readonly tookMs: number
  readonly triedAt: Date
}

/**
 * Keeps that a message was not taken, and does what follows.
 *
 * @returns when to try again; null when the webhook was switched off.
 */
export async function settleFailure(
  webhook: WebhookRow,
  { id, ...about }: Failure,
  retryAfterMs: number | null,
): Promise<'given up' | Date | null> {
  const where = { webhookId: webhook.id }
  const { failingSince } = await db().webhookProgress.findUniqueOrThrow({ where })
  const since = failingSince ?? about.triedAt
  const next = afterFailure({
    attempt: about.attempts,
    answer: about.answer,
    failingForMs: about.triedAt.getTime() - since.getTime(),
    retryAfterMs,
  })
  const status = next.do === 'give_up' ? 'failed' : 'pending'
  const delivery = db().webhookDelivery.update({ where: { id }, data: { ...about, status } })
  if (next.do === 'give_up') {
    await delivery
    return 'given up'
  }
  const retryAt = next.do === 'retry' ? new Date(Date.now() + next.inMs) : null
  const data = { failingSince: since, nextAttemptAt: retryAt }
  await db().$transaction([delivery, db().webhookProgress.update({ where, data })])
  if (next.do === 'disable') await disable(webhook.id, next.because)
  return retryAt
}

/** Switches a webhook off, as Rollcall itself, and writes to whoever keeps it. */
async function disable(id: string, because: 'gone' | 'failing'): Promise<void> {
  await change(systemActor(), { tried: 'switch a webhook off', target: {} }, async (tx) => {
    const webhook = await lockWebhook(tx, id)
    if (!webhook.enabled) return told(null, [])
    const changed = await writeWebhook(tx, webhook, { enabled: false })
    await tellKeeper(tx, webhook, because)
    const data = { host: webhook.host, because }
    const texts = { detail: webhook.name }
    return told(null, [{ type: 'webhook.disabled', target: {}, data, texts, changed }])
  })
}

const REASONS = {
  gone: 'answered that it is gone (410)',
  failing: 'has taken nothing for three days',
} as const

async function tellKeeper(tx: Db, webhook: WebhookRow, because: 'gone' | 'failing'): Promise<void> {
  await enqueueMail(tx, {
    to: { personId: webhook.keeperId },
    subject: `Switched off: the webhook “${webhook.name}”`,
    text: `The receiver of the webhook “${webhook.name}” at ${webhook.host} ${REASONS[because]}. Rollcall has switched it off.\n\nNothing is lost: the log holds every entry. Once the receiver is well, switch the webhook on again: it goes on where it stopped, or skips what was written meanwhile.`,
    link: { label: 'Open the webhooks', path: '/settings/webhooks' },
    once: `webhook:${webhook.id}:${webhook.version}`,
  })
}
