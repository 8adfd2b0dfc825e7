import { Refused } from '../../domain/refusal.ts'
import { WEBHOOK_FORMATS, type WebhookFormat } from '../../domain/webhook/webhook-input.ts'
import type { Db } from '../db.ts'
import { type Changed, imageOf } from '../write-entry.ts'

/** A webhook as commands and the worker need it. */
export interface WebhookRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly url: string
  readonly host: string
  readonly format: WebhookFormat
  readonly kinds: readonly string[]
  readonly environments: readonly string[]
  readonly secretHash: string
  readonly generation: number
  readonly renewedAt: Date | null
  readonly enabled: boolean
  readonly keeperId: string
}

/**
 * A webhook that was not removed, held against other changes until the transaction ends.
 *
 * @throws Refused `not_found`.
 */
export async function lockWebhook(tx: Db, id: string): Promise<WebhookRow> {
  await tx.$executeRaw`SELECT FROM webhook WHERE id = ${id}::uuid FOR UPDATE`
  const webhook = await findWebhook(tx, id)
  if (!webhook) throw new Refused({ code: 'not_found', what: 'webhook', key: id })
  return webhook
}

/** A webhook that was not removed; null when there is none. */
export async function findWebhook(tx: Db, id: string): Promise<WebhookRow | null> {
  const row = await tx.webhook.findUnique({ where: { id, removed: false } })
  return row && { ...row, format: formatOf(row.format) }
}

/** A format as it stands in the database. */
export function formatOf(word: string): WebhookFormat {
  return WEBHOOK_FORMATS.find((one) => one === word) ?? 'standard'
}

/** Writes new columns of a locked webhook, for its entry. */
export async function writeWebhook(
  tx: Db,
  { id, version }: WebhookRow,
  data: Parameters<Db['webhook']['update']>[0]['data'],
): Promise<Changed[]> {
  const before = await imageOf(tx, 'webhook', id)
  await tx.webhook.update({ where: { id, version }, data: { ...data, version: version + 1 } })
  return [{ entity: 'webhook', id, before }]
}

/** What the entries of a webhook tell of what it sends, and to where. */
export function factOfWebhook({
  host,
  format,
  kinds,
  environments,
}: Pick<WebhookRow, 'host' | 'format' | 'kinds' | 'environments'>) {
  return { host, format, kinds, environments }
}
