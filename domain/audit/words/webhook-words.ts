import type { WebhookFacts } from '../facts/webhook-facts.ts'
import { asWords, listed } from '../phrases.ts'
import type { ReadEntry } from '../read-entry.ts'
import type { WordsOf } from '../words-of.ts'

/** Where entries of the log are sent to. In the words that follow the name of who did it. */
export const webhookWords: WordsOf<WebhookFacts> = {
  'webhook.made': (entry) => `made ${webhook(entry)}, which ${sends(entry.payload.data)}`,
  'webhook.changed': (entry) => `changed ${webhook(entry)}, which now ${sends(entry.payload.data)}`,
  'webhook.secret_renewed': (entry) => `renewed the secret of ${webhook(entry)}`,
  'webhook.enabled': (entry) =>
    `switched ${webhook(entry)} on again${entry.payload.data.skips_missed ? ', without what was written meanwhile' : ''}`,
  'webhook.disabled': (entry) =>
    `switched ${webhook(entry)} off${REASONS[entry.payload.data.because]}`,
  'webhook.removed': (entry) => `removed ${webhook(entry)}`,
  'webhook.tried': (entry) => `sent a trial to ${webhook(entry)}`,
  'webhook.redelivered': (entry) =>
    `had entry ${entry.payload.data.seq} sent again to ${webhook(entry)}`,
}

const REASONS = {
  asked: '',
  gone: ', because its receiver said that it is gone',
  failing: ', because its receiver had taken nothing for three days',
} as const

type Entry = Pick<ReadEntry, 'texts'> & {
  readonly payload: { readonly data: { readonly host: string } }
}

function webhook({ texts, payload }: Entry): string {
  const name = texts.detail ? `the webhook “${texts.detail}”` : 'a webhook'
  return `${name} to ${payload.data.host}`
}

function sends({ kinds, environments, format }: WebhookFacts['webhook.made']): string {
  const what =
    kinds.length === 0
      ? 'every entry'
      : `entries of the kinds ${listed(kinds.map((kind) => asWords(kind.replace('.', ' '))))}`
  const where = environments.length === 0 ? '' : ` in ${listed(environments)}`
  return `sends ${what}${where}${format === 'slack' ? ' as messages for Slack' : ''}`
}
