import { lookup } from 'node:dns/promises'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from '../../server/webhooks/private-address.ts'
import type { Answered, Outgoing, PostWebhook } from '../../server/webhooks/send-waiting.ts'
import { type WebhookWalls, wrongWith } from '../../server/webhooks/webhook-walls.ts'

/** A receiver takes a message first and works on it after: fifteen seconds are plenty. */
const PATIENCE_MS = 15_000

/** Resolves a name to its addresses. */
export type Resolve = (host: string) => Promise<readonly string[]>

const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/**
 * Hands messages over within the walls: the name is resolved once, each address that it has must be
 * allowed, and the connection goes to just that address. No redirect is followed, and of the answer
 * only its status is read, so that nothing of another network comes back through here.
 */
export function postWebhook(walls: WebhookWalls, resolve: Resolve = resolveByDns): PostWebhook {
  return async (message) => {
    const url = new URL(message.url)
    const wrong = wrongWith(url, walls)
    if (wrong !== null) return noAnswer(`not sent: the address ${wrong}`)
    const found = await addressOf(url, walls, resolve)
    return 'error' in found ? noAnswer(found.error) : send(url, found.address, message)
  }
}

async function addressOf(
  { hostname }: URL,
  walls: WebhookWalls,
  resolve: Resolve,
): Promise<{ address: string } | { error: string }> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host]
  const [address] = addresses
  if (address === undefined) return { error: `the name ${host} was not found` }
  if (!walls.privateAddresses && addresses.some(isPrivateAddress)) {
    return { error: `not sent: ${host} leads into a private network` }
  }
  return { address }
}

function send(url: URL, address: string, { headers, body }: Outgoing): Promise<Answered> {
  const family = isIP(address)
  const pinned: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)
  const request = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: pinned,
      // A connection of its own: one that is kept open would go where the name led before.
      agent: false,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    sent.once('error', (error) => resolve(noAnswer(words(error))))
    sent.once('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      const error = status >= 200 && status < 300 ? null : `it answered ${status}`
      resolve({ status, error, retryAfterMs: waitAsked(response.headers['retry-after']) })
    })
    sent.end(body)
  })
}

function noAnswer(error: string): Answered {
  return { status: null, error: error.slice(0, 300), retryAfterMs: null }
}

function words(error: Error): string {
  const isLate = error.name === 'TimeoutError' || error.name === 'AbortError'
  if (isLate) return `it did not answer within ${PATIENCE_MS / 1000} seconds`
  return 'code' in error ? `not reached: ${String(error.code)}` : 'not reached'
}

/** `Retry-After` in seconds, or as a moment. */
function waitAsked(header: string | undefined): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? null : Math.max(0, moment - Date.now())
}
