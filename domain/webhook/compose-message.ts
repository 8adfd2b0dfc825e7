import type { Target } from '../audit/entry.ts'
import type { WebhookFormat } from './webhook-input.ts'

/** What of an entry a webhook sends: never what its rows held, which the API gives by `seq`. */
export interface SentEntry {
  readonly seq: number
  readonly sealed_at: string
  readonly type: string
  readonly outcome: string
  readonly sentence: string
  readonly reason: string | null
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
  readonly target: Target
  readonly via: string
  readonly request_id: string
  readonly hash: string
}

/** A trial of a webhook, which tells no entry. */
export interface SentPing {
  readonly webhook: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/**
 * The body of a message, one line of JSON: for programs the envelope that Standard Webhooks
 * recommends (`type`, `timestamp`, `data`), for Slack and what takes its messages a `text`.
 *
 * @param origin where people reach the web app.
 */
export function composeMessage(
  format: WebhookFormat,
  what: SentEntry | SentPing,
  origin: string,
): string {
  if ('webhook' in what) {
    const words = `This is a trial of the webhook “${what.webhook}” of Rollcall.`
    return JSON.stringify(
      format === 'slack'
        ? { text: escaped(words) }
        : { type: 'webhook.ping', timestamp: what.at, data: { text: words } },
    )
  }
  const { seq, sealed_at, type, outcome, sentence, reason, actor, target, via, ...rest } = what
  const url = `${origin}/audit/${seq}`
  if (format === 'slack') return JSON.stringify({ text: slackText(what, url) })
  const { kind, id, name } = actor
  return JSON.stringify({
    type,
    timestamp: sealed_at,
    data: {
      seq,
      outcome,
      sentence,
      reason,
      actor: { kind, id, name },
      target,
      via,
      request_id: rest.request_id,
      hash: rest.hash,
      url,
    },
  })
}

/** Longer reasons are for the page that the message leads to. */
const REASON_LENGTH = 1000

function slackText({ outcome, type, sentence, reason, seq }: SentEntry, url: string): string {
  const mark = outcome === 'denied' ? '*Refused.* ' : OVERRIDE === type ? '*Override.* ' : ''
  const said = reason === null ? '' : `\n>${escaped(shortened(reason)).replace(/\s*\n\s*/g, '\n>')}`
  return `${mark}${escaped(sentence)}${said}\n<${url}|Entry ${seq}>`
}

const OVERRIDE = 'flip.overrode_checks'

function shortened(text: string): string {
  return text.length > REASON_LENGTH ? `${text.slice(0, REASON_LENGTH)}…` : text
}

/** Slack's three control characters; without them nobody is mentioned and nothing becomes a link. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
