import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { requireRight } from './find-webhooks.ts'

/** One message to one receiver, and how it went. */
export interface DeliveryShown {
  readonly id: string
  /** The entry that it tells; null for a trial. */
  readonly seq: number | null
  readonly status: 'pending' | 'delivered' | 'failed'
  readonly attempts: number
  /** The receiver's answer, a status of HTTP; null where there was none. */
  readonly answer: number | null
  readonly error: string | null
  readonly took_ms: number | null
  readonly created_at: string
  readonly tried_at: string | null
}

const PAGE = 50

/**
 * The messages of a webhook, the newest first, a page at a time; they are kept for thirty days.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findDeliveries(
  actor: Actor,
  webhookId: string,
  {
    cursor,
    limit = PAGE,
  }: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<{ deliveries: DeliveryShown[]; next_cursor: string | null }> {
  requireRight(actor)
  const webhook = await db().webhook.findUnique({ where: { id: webhookId, removed: false } })
  if (!webhook) throw new Refused({ code: 'not_found', what: 'webhook', key: webhookId })
  const rows = await db().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: [{ createdAt: 'desc' }, { seq: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  })
  const shown = rows.slice(0, limit)
  return {
    deliveries: shown.map((row) => ({
      id: row.id,
      seq: row.seq === null ? null : Number(row.seq),
      status: statusOf(row.status),
      attempts: row.attempts,
      answer: row.answer,
      error: row.error,
      took_ms: row.tookMs,
      created_at: row.createdAt.toISOString(),
      tried_at: row.triedAt?.toISOString() ?? null,
    })),
    next_cursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

function statusOf(word: string): DeliveryShown['status'] {
  return word === 'delivered' || word === 'failed' ? word : 'pending'
}
