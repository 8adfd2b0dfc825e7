import type { WebhookFacts } from '../../facts/webhook-facts.ts'
import type { ToldOf } from '../told.ts'

const host = 'siem.example.gov'
const texts = { detail: 'SIEM' }
const it = 'the webhook “SIEM” to siem.example.gov'

export const webhookTold: ToldOf<WebhookFacts> = {
  'webhook.made': {
    data: { host, format: 'standard', kinds: [], environments: [] },
    texts,
    sentence: `Tomás Ibarra made ${it}, which sends every entry.`,
  },
  'webhook.changed': {
    data: {
      host,
      format: 'slack',
      kinds: ['toggle', 'flip.overrode_checks'],
      environments: ['production'],
    },
    texts,
    sentence: `Tomás Ibarra changed ${it}, which now sends entries of the kinds toggle and flip overrode checks in production as messages for Slack.`,
  },
  'webhook.secret_renewed': {
    data: { host },
    texts,
    sentence: `Tomás Ibarra renewed the secret of ${it}.`,
  },
  'webhook.enabled': {
    data: { host, skips_missed: true },
    texts,
    sentence: `Tomás Ibarra switched ${it} on again, without what was written meanwhile.`,
  },
  'webhook.disabled': {
    data: { host, because: 'failing' },
    texts,
    sentence: `Tomás Ibarra switched ${it} off, because its receiver had taken nothing for three days.`,
  },
  'webhook.removed': { data: { host }, sentence: `Tomás Ibarra removed a webhook to ${host}.` },
  'webhook.tried': { data: { host }, texts, sentence: `Tomás Ibarra sent a trial to ${it}.` },
  'webhook.redelivered': {
    data: { host, seq: 41 },
    texts,
    sentence: `Tomás Ibarra had entry 41 sent again to ${it}.`,
  },
}
