import type { Example } from './example.ts'

const params = { id: '{webhook}' }

/** Where entries are sent to. */
export const WEBHOOK_EXAMPLES: readonly Example[] = [
  {
    of: 'createWebhook',
    as: 'alma',
    json: {
      name: 'Release channel',
      url: 'https://hooks.example.gov/rollcall',
      environments: ['production'],
    },
    keep: { webhook: 'id' },
  },
  { of: 'listWebhooks', as: 'alma' },
  { of: 'readWebhook', as: 'alma', params },
  {
    of: 'changeWebhook',
    as: 'alma',
    params,
    headers: { 'if-match': '"1"' },
    json: { name: 'Releases' },
  },
  { of: 'renewWebhookSecret', as: 'alma', params },
  { of: 'tryWebhook', as: 'alma', params, keep: { delivery: 'delivery' } },
  { of: 'listWebhookDeliveries', as: 'alma', params },
  {
    of: 'redeliverWebhook',
    as: 'alma',
    params: { ...params, delivery: '{delivery}' },
  },
  { of: 'deleteWebhook', as: 'alma', params },
]

/** What cannot be taken back, last. */
export const ERASURE_EXAMPLES: readonly Example[] = [
  {
    of: 'erasePerson',
    as: 'alma',
    params: { id: '{alternate}' },
    json: { reason: 'They left and asked for it' },
  },
]
