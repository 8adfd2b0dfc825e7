import { createHmac } from 'node:crypto'

/** One message as it is signed: its id, when it is sent (seconds since 1970) and its exact bytes. */
export interface SignedMessage {
  readonly id: string
  readonly timestamp: number
  readonly body: string
}

/** What a signing secret begins with; base64 of 24 to 64 bytes follows. */
export const SECRET_PREFIX = 'whsec_'

/**
 * The header `webhook-signature` of Standard Webhooks 1.0: for each secret `v1,` and the base64 of
 * HMAC-SHA256 over `id.timestamp.body`, with a space between. Two secrets while one is renewed.
 */
export function signMessage(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
      const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8')
      return `v1,${mac.digest('base64')}`
    })
    .join(' ')
}
