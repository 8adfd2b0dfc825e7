import { createHmac } from 'node:crypto'
import { SECRET_PREFIX } from '../../domain/webhook/sign-message.ts'
import { hashToken } from '../access/token.ts'

const DAY_MS = 86_400_000

/**
 * The signing secret of a webhook, as Standard Webhooks writes it: derived from the installation's
 * own, so that nothing of it need be kept. Each generation has another.
 *
 * @throws Error without NEXTAUTH_SECRET.
 */
export function webhookSecret(id: string, generation: number): string {
  const key = process.env.NEXTAUTH_SECRET
  if (!key) throw new Error('NEXTAUTH_SECRET is not set: webhooks are not signed without it.')
  const random = createHmac('sha256', key).update(`webhook ${id} ${generation}`).digest('base64')
  return `${SECRET_PREFIX}${random}`
}

interface Signing {
  readonly id: string
  readonly generation: number
  readonly secretHash: string
  readonly renewedAt: Date | null
}

/**
 * The secrets that a message is signed with at `now`: the one that stands, and for a day after it
 * was renewed the one before, so that a receiver may take its time.
 *
 * @throws Error when the installation's own secret is not the one any more that this one came from.
 */
export function signingSecrets(
  { id, generation, secretHash, renewedAt }: Signing,
  now: Date,
): string[] {
  const secret = webhookSecret(id, generation)
  if (hashToken(secret) !== secretHash) {
    throw new Error('NEXTAUTH_SECRET has changed: renew the secret of this webhook.')
  }
  const isYoung = renewedAt !== null && now.getTime() - renewedAt.getTime() < DAY_MS
  return isYoung ? [secret, webhookSecret(id, generation - 1)] : [secret]
}
