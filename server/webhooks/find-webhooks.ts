import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { WebhookFormat } from '../../domain/webhook/webhook-input.ts'
import { db } from '../db.ts'
import { formatOf } from './webhook-row.ts'

/** A webhook as pages and the API show it: never its secret, and of its address what is none. */
export interface WebhookShown {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly format: WebhookFormat
  readonly kinds: readonly string[]
  readonly environments: readonly string[]
  readonly enabled: boolean
  readonly keeper: string
  readonly made_at: string
  readonly version: number
  /** How many messages wait. */
  readonly waiting: number
  /** Since when nothing has been taken; null while all is well. */
  readonly failing_since: string | null
  readonly next_attempt_at: string | null
  readonly delivered_at: string | null
}

/**
 * The webhooks that were not removed, the oldest first.
 *
 * @throws Refused `forbidden`.
 */
export async function findWebhooks(actor: Actor): Promise<{ webhooks: WebhookShown[] }> {
  requireRight(actor)
  const rows = await db().webhook.findMany({
    where: { removed: false },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
    include: {
      keeper: { select: { name: true } },
      progress: true,
      _count: { select: { deliveries: { where: { status: 'pending' } } } },
    },
  })
  const delivered = await db().webhookDelivery.groupBy({
    by: ['webhookId'],
    where: { status: 'delivered', webhookId: { in: rows.map(({ id }) => id) } },
    _max: { triedAt: true },
  })
  const newest = new Map(delivered.map(({ webhookId, _max }) => [webhookId, _max.triedAt]))
  return {
    webhooks: rows.map(({ id, keeper, progress, _count, ...row }) => ({
      id,
      name: row.name,
      address: shownAddress(row.url),
      format: formatOf(row.format),
      kinds: row.kinds,
      environments: row.environments,
      enabled: row.enabled,
      keeper: keeper.name,
      made_at: row.madeAt.toISOString(),
      version: row.version,
      waiting: _count.deliveries,
      failing_since: progress?.failingSince?.toISOString() ?? null,
      next_attempt_at: progress?.nextAttemptAt?.toISOString() ?? null,
      delivered_at: newest.get(id)?.toISOString() ?? null,
    })),
  }
}

/**
 * One webhook by its id.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findOneWebhook(actor: Actor, id: string): Promise<WebhookShown> {
  const found = (await findWebhooks(actor)).webhooks.find((one) => one.id === id)
  if (!found) throw new Refused({ code: 'not_found', what: 'webhook', key: id })
  return found
}

/** @throws Refused `forbidden`. */
export function requireRight(actor: Actor): void {
  if (!may(actor, 'webhook.manage')) {
    throw new Refused({ code: 'forbidden', action: 'webhook.manage' })
  }
}

/** An address without what of it may be a secret: its path and its query. */
function shownAddress(url: string): string {
  const { origin, pathname, search } = new URL(url)
  return pathname === '/' && search === '' ? origin : `${origin}/…`
}
