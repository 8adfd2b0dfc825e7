import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { WebhookInput } from '../../domain/webhook/webhook-input.ts'
import { hashToken } from '../access/token.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { requireWebhookKeeper } from './require-webhook-keeper.ts'
import { factOfWebhook } from './webhook-row.ts'
import { webhookSecret } from './webhook-secret.ts'
import { requireOutside, type WebhookWalls } from './webhook-walls.ts'

/** A webhook, and which of its secrets stands. */
export interface WebhookDone {
  readonly id: string
  readonly generation: number
}

/**
 * Makes a webhook, which sends what is written from now on. Its maker keeps it, and is written to
 * when it fails for long.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`; `invalid` for an address that leads where no
 * webhook may, or an unknown environment.
 */
export async function makeWebhook(
  actor: Actor,
  input: WebhookInput,
  walls: WebhookWalls,
): Promise<Done<WebhookDone>> {
  return change(actor, { tried: 'make a webhook', target: {} }, async (tx) => {
    const keeper = await requireWebhookKeeper(tx, actor)
    requireOutside(input.url, walls)
    const id = randomUUID()
    const { name, url, format = 'standard' } = input
    const kinds = [...new Set(input.kinds)].sort()
    const environments = await knownEnvironments(tx, input.environments ?? [])
    const row = { ...addressColumns(url), format, kinds, environments }
    const secretHash = hashToken(webhookSecret(id, 1))
    await tx.webhook.create({ data: { id, name, ...row, secretHash, keeperId: keeper.id } })
    const newest = await tx.auditChain.findFirst({
      orderBy: { seq: 'desc' },
      select: { seq: true },
    })
    await tx.webhookProgress.create({ data: { webhookId: id, seq: newest?.seq ?? 0n } })
    const changed = [{ entity: 'webhook', id, before: null }] as const
    const data = factOfWebhook(row)
    const entry = {
      type: 'webhook.made',
      target: {},
      data,
      texts: { detail: name },
      changed,
    } as const
    return { result: { id, generation: 1 }, entries: [entry] }
  })
}

/** An address with what of it the log tells: its host and its hash. */
export function addressColumns(url: string): { url: string; host: string; urlSha256: string } {
  const urlSha256 = createHash('sha256').update(url, 'utf8').digest('hex')
  return { url, host: new URL(url).host, urlSha256 }
}

/**
 * Keys of environments, each once and in order.
 *
 * @throws Refused `invalid` for one that there is not.
 */
export async function knownEnvironments(tx: Db, keys: readonly string[]): Promise<string[]> {
  const asked = [...new Set(keys)].sort()
  const rows = await tx.environment.findMany({ where: { key: { in: asked } } })
  const unknown = asked.filter((key) => !rows.some((row) => row.key === key))
  if (unknown.length === 0) return asked
  const message = `has ${unknown.map((key) => `"${key}"`).join(', ')}, which is no environment.`
  throw new Refused({ code: 'invalid', errors: [{ path: 'environments', message }] })
}
