import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { WebhookPatch } from '../../domain/webhook/webhook-input.ts'
import { hashToken } from '../access/token.ts'
import { change, type Done, told } from '../change.ts'
import type { Db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { Entry } from '../write-entry.ts'
import { addressColumns, knownEnvironments, type WebhookDone } from './make-webhook.ts'
import { requireWebhookKeeper } from './require-webhook-keeper.ts'
import { skipMissed } from './skip-missed.ts'
import { factOfWebhook, lockWebhook, type WebhookRow, writeWebhook } from './webhook-row.ts'
import { webhookSecret } from './webhook-secret.ts'
import { requireOutside, type WebhookWalls } from './webhook-walls.ts'

/**
 * Changes what a webhook sends and to where, or switches it off or on again. Switched on, it goes on
 * where it stopped, or skips what was written meanwhile. Whoever switches it on keeps it from then on.
 *
 * @throws Refused as making one does; `not_found`, `version_conflict`.
 */
export async function changeWebhook(
  actor: Actor,
  id: string,
  input: WebhookPatch,
  walls: WebhookWalls,
): Promise<Done<WebhookDone & { version: number }>> {
  return change(actor, { tried: 'change a webhook', target: {} }, async (tx) => {
    const keeper = await requireWebhookKeeper(tx, actor)
    const webhook = await lockWebhook(tx, id)
    requireVersion(webhook, input.expected_version)
    if (input.url !== undefined) requireOutside(input.url, walls)
    const next = await nextOf(tx, webhook, input)
    const { generation, version } = webhook
    const { enabled = webhook.enabled } = input
    const isSwitched = enabled !== webhook.enabled
    if (!isSwitched && isSame(webhook, next)) {
      return { result: { id, generation, version }, entries: 'unchanged' }
    }
    const keeperId = isSwitched && enabled ? keeper.id : webhook.keeperId
    const changed = await writeWebhook(tx, webhook, { ...next, enabled, keeperId })
    const result = { id, generation, version: version + 1 }
    const about = { target: {}, texts: { detail: next.name }, changed }
    if (!isSwitched) {
      const entry: Entry = { type: 'webhook.changed', data: factOfWebhook(next), ...about }
      return told(result, [entry])
    }
    const { host } = next
    if (!enabled) {
      return told(result, [
        { type: 'webhook.disabled', data: { host, because: 'asked' }, ...about },
      ])
    }
    const skips_missed = input.skip_missed === true
    if (skips_missed) await skipMissed(tx, id)
    await begin(tx, id)
    return told(result, [{ type: 'webhook.enabled', data: { host, skips_missed }, ...about }])
  })
}

/**
 * Gives a webhook another secret. For a day messages are signed with the one before too.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`.
 */
export async function renewWebhookSecret(actor: Actor, id: string): Promise<Done<WebhookDone>> {
  return change(actor, { tried: 'renew the secret of a webhook', target: {} }, async (tx) => {
    await requireWebhookKeeper(tx, actor)
    const webhook = await lockWebhook(tx, id)
    const generation = webhook.generation + 1
    const secretHash = hashToken(webhookSecret(id, generation))
    const renewedAt = await databaseNow(tx)
    const changed = await writeWebhook(tx, webhook, { generation, secretHash, renewedAt })
    const texts = { detail: webhook.name }
    const data = { host: webhook.host }
    const entry = { type: 'webhook.secret_renewed', target: {}, data, texts, changed } as const
    return { result: { id, generation }, entries: [entry] }
  })
}

/**
 * Removes a webhook: nothing is sent any more, also nothing that waits.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_found`.
 */
export async function removeWebhook(actor: Actor, id: string): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'remove a webhook', target: {} }, async (tx) => {
    await requireWebhookKeeper(tx, actor)
    const webhook = await lockWebhook(tx, id)
    const changed = await writeWebhook(tx, webhook, { removed: true, enabled: false })
    const texts = { detail: webhook.name }
    const data = { host: webhook.host }
    const entry = { type: 'webhook.removed', target: {}, data, texts, changed } as const
    return { result: { id }, entries: [entry] }
  })
}

function requireVersion({ version, name }: WebhookRow, expected: number | undefined): void {
  if (expected === undefined || expected === version) return
  const what = `The webhook “${name}”`
  throw new Refused({ code: 'version_conflict', what, expected, actual: version })
}

async function nextOf(tx: Db, webhook: WebhookRow, input: WebhookPatch) {
  const { name = webhook.name, url = webhook.url, format = webhook.format } = input
  const kinds = [...new Set(input.kinds ?? webhook.kinds)].sort()
  const environments =
    input.environments === undefined
      ? [...webhook.environments]
      : await knownEnvironments(tx, input.environments)
  return { name, ...addressColumns(url), format, kinds, environments }
}

function isSame(webhook: WebhookRow, next: Awaited<ReturnType<typeof nextOf>>): boolean {
  const told = ({
    name,
    url,
    format,
    kinds,
    environments,
  }: Omit<typeof next, 'host' | 'urlSha256'>) =>
    JSON.stringify([name, url, format, kinds, environments])
  return (
    told({ ...webhook, kinds: [...webhook.kinds], environments: [...webhook.environments] }) ===
    told(next)
  )
}

async function begin(tx: Db, webhook: string): Promise<void> {
  const data = { failingSince: null, nextAttemptAt: null }
  await tx.webhookProgress.update({ where: { webhookId: webhook }, data })
  await enqueue(tx, 'fan_out_webhooks', {}, { jobKey: 'fan_out_webhooks' })
  await enqueue(tx, 'send_webhook', { webhook }, { jobKey: `webhook:${webhook}` })
}
