import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { requireWebhookKeeper } from './require-webhook-keeper.ts'
import { lockWebhook } from './webhook-row.ts'

/** A message that is to be sent. */
export interface DeliveryAsked {
  readonly delivery: string
}

/**
 * Sends a trial to a webhook's receiver: signed like every message, and telling no entry.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`; `not_permitted` while it is off.
 */
export async function pingWebhook(actor: Actor, id: string): Promise<Done<DeliveryAsked>> {
  return change(actor, { tried: 'send a trial to a webhook', target: {} }, async (tx) => {
    await requireWebhookKeeper(tx, actor)
    const { name, host } = await requireOn(tx, id)
    const { id: delivery } = await tx.webhookDelivery.create({ data: { webhookId: id } })
    await hurry(tx, id)
    const about = { target: {}, texts: { detail: name }, changed: [] }
    return {
      result: { delivery },
      entries: [{ type: 'webhook.tried', data: { host }, ...about }],
    }
  })
}

/**
 * Sends a message again, whether it was taken or given up, under the same id.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`; `not_permitted` while it is off.
 */
export async function redeliver(
  actor: Actor,
  id: string,
  delivery: string,
): Promise<Done<DeliveryAsked>> {
  return change(actor, { tried: 'have a message sent again', target: {} }, async (tx) => {
    await requireWebhookKeeper(tx, actor)
    const { name, host } = await requireOn(tx, id)
    const row = await tx.webhookDelivery.findUnique({ where: { id: delivery, webhookId: id } })
    if (!row) throw new Refused({ code: 'not_found', what: 'delivery', key: delivery })
    await tx.webhookDelivery.update({
      where: { id: delivery },
      data: { status: 'pending', attempts: 0 },
    })
    await hurry(tx, id)
    const about = { target: {}, texts: { detail: name }, changed: [] }
    return {
      result: { delivery },
      entries: [
        row.seq === null
          ? { type: 'webhook.tried', data: { host }, ...about }
          : { type: 'webhook.redelivered', data: { host, seq: Number(row.seq) }, ...about },
      ],
    }
  })
}

async function requireOn(tx: Db, id: string) {
  const webhook = await lockWebhook(tx, id)
  if (webhook.enabled) return webhook
  const detail = `The webhook “${webhook.name}” is off. Switch it on first.`
  throw new Refused({ code: 'not_permitted', detail })
}

/** Somebody looks at it now: the pause after a failure is cut short. */
async function hurry(tx: Db, webhook: string): Promise<void> {
  await tx.webhookProgress.update({ where: { webhookId: webhook }, data: { nextAttemptAt: null } })
  await enqueue(tx, 'send_webhook', { webhook }, { jobKey: `webhook:${webhook}` })
}
