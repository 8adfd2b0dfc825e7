import { z } from 'zod'
import { WEBHOOK_FORMATS, webhookInput, webhookPatch } from '../../domain/webhook/webhook-input.ts'
import { changeWebhook, removeWebhook, renewWebhookSecret } from '../webhooks/change-webhook.ts'
import { findDeliveries } from '../webhooks/find-deliveries.ts'
import { findOneWebhook, findWebhooks } from '../webhooks/find-webhooks.ts'
import { makeWebhook } from '../webhooks/make-webhook.ts'
import { pingWebhook, redeliver } from '../webhooks/try-webhook.ts'
import { webhookSecret } from '../webhooks/webhook-secret.ts'
import { webhookWalls } from '../webhooks/webhook-walls.ts'
import { pageQuery } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'
import { versionNamed } from './version-named.ts'

const tag = 'Webhooks'
const params = z.strictObject({ id: z.uuid('is the id of a webhook.') })
const settled = z.object({ id: z.uuid(), seq: z.int().nullable() })
const withSecret = settled.extend({
  /** Shown by this answer alone: `whsec_` and base64. */
  secret: z.string(),
})
const asked = z.object({ delivery: z.uuid(), seq: z.int().nullable() })
const moment = z.iso.datetime()

const webhook = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  kinds: z.array(z.string()),
  environments: z.array(z.string()),
  enabled: z.boolean(),
  keeper: z.string(),
  made_at: moment,
  version: z.int(),
  waiting: z.int(),
  failing_since: moment.nullable(),
  next_attempt_at: moment.nullable(),
  delivered_at: moment.nullable(),
})

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  summary: 'Where entries of the log are sent to, and how that goes',
  tag,
  query: shortListQuery,
  result: z.object({
    next_cursor: z.string().nullable(),
    webhooks: z.array(webhook),
  }),
  run: async (actor, { query }) => {
    const { webhooks, ...rest } = await findWebhooks(actor)
    const { shown, next_cursor } = pageOf(webhooks, query)
    return { webhooks: shown, next_cursor, ...rest }
  },
})

export const createWebhook = operation({
  id: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  summary:
    'Sends entries of the log to an address from now on, signed as Standard Webhooks are; its secret is shown once',
  tag,
  body: webhookInput,
  status: 201,
  result: withSecret,
  run: async (actor, { body }) => {
    const { result, seqs } = await makeWebhook(actor, body, webhookWalls())
    const { id, generation } = result
    return { id, secret: webhookSecret(id, generation), seq: seqs[0] ?? null }
  },
})

export const readWebhook = operation({
  id: 'readWebhook',
  method: 'GET',
  path: '/webhooks/{id}',
  summary: 'One webhook, and how it does',
  tag,
  params,
  hasVersion: true,
  result: webhook,
  run: (actor, { params: { id } }) => findOneWebhook(actor, id),
})

export const patchWebhook = operation({
  id: 'changeWebhook',
  method: 'PATCH',
  path: '/webhooks/{id}',
  summary: 'Changes a webhook, or switches it off or on again; what is left out stays',
  tag,
  params,
  body: webhookPatch,
  ifMatch: 'optional',
  hasVersion: true,
  result: settled.extend({ version: z.int() }),
  run: async (actor, { params: { id }, body, ifMatch }) => {
    const expected_version = body.expected_version ?? versionNamed(ifMatch)
    const asked = { ...body, expected_version }
    const { result, seqs } = await changeWebhook(actor, id, asked, webhookWalls())
    return { id, version: result.version, seq: seqs[0] ?? null }
  },
})

export const renewAWebhookSecret = operation({
  id: 'renewWebhookSecret',
  method: 'POST',
  path: '/webhooks/{id}/secret',
  summary: 'Gives a webhook another secret, shown once; for a day the one before signs too',
  tag,
  params,
  result: withSecret,
  run: async (actor, { params: { id } }) => {
    const { result, seqs } = await renewWebhookSecret(actor, id)
    return { id, secret: webhookSecret(id, result.generation), seq: seqs[0] ?? null }
  },
})

export const deleteWebhook = operation({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/webhooks/{id}',
  summary: 'Removes a webhook; what it sent stays on record',
  tag,
  params,
  result: settled,
  run: async (actor, { params: { id } }) => {
    const { seqs } = await removeWebhook(actor, id)
    return { id, seq: seqs[0] ?? null }
  },
})

export const tryWebhook = operation({
  id: 'tryWebhook',
  method: 'POST',
  path: '/webhooks/{id}/ping',
  summary: 'Sends a signed trial that tells no entry',
  tag,
  params,
  status: 202,
  result: asked,
  run: async (actor, { params: { id } }) => {
    const { result, seqs } = await pingWebhook(actor, id)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const listDeliveries = operation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  summary:
    'What was sent to a webhook in the last thirty days and how it was answered, newest first',
  tag,
  params,
  query: z.strictObject({ ...pageQuery, cursor: z.uuid('is the cursor of a page.').optional() }),
  result: z.object({
    deliveries: z.array(
      z.object({
        id: z.uuid(),
        seq: z.int().nullable(),
        status: z.enum(['pending', 'delivered', 'failed']),
        attempts: z.int(),
        answer: z.int().nullable(),
        error: z.string().nullable(),
        took_ms: z.int().nullable(),
        created_at: moment,
        tried_at: moment.nullable(),
      }),
    ),
    next_cursor: z.string().nullable(),
  }),
  run: (actor, { params: { id }, query }) => findDeliveries(actor, id, query),
})

export const redeliverMessage = operation({
  id: 'redeliverWebhook',
  method: 'POST',
  path: '/webhooks/{id}/deliveries/{delivery}/redelivery',
  summary: 'Sends one message again, under the same id',
  tag,
  params: params.extend({ delivery: z.uuid('is the id of a delivery.') }),
  status: 202,
  result: asked,
  run: async (actor, { params: { id, delivery } }) => {
    const { result, seqs } = await redeliver(actor, id, delivery)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const WEBHOOK_OPERATIONS = [
  listWebhooks,
  createWebhook,
  readWebhook,
  patchWebhook,
  renewAWebhookSecret,
  deleteWebhook,
  tryWebhook,
  listDeliveries,
  redeliverMessage,
] as const
