import { createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { hashToken } from '../access/token.ts'

/**
 * The secret of a guard: derived from the installation's own, so that nothing of it need be kept and
 * a signature can still be verified. Each generation has another.
 *
 * @throws Error without NEXTAUTH_SECRET.
 */
export function guardSecret(id: string, generation: number): string {
  const key = process.env.NEXTAUTH_SECRET
  if (!key) throw new Error('NEXTAUTH_SECRET is not set: a guard has no secret without it.')
  const random = createHmac('sha256', key).update(`guard ${id} ${generation}`).digest('base64url')
  const body = `rc_guard_${random}`
  return `${body}_${crc32(body).toString(16).padStart(8, '0')}`
}

interface Guarded {
  readonly id: string
  readonly generation: number
  readonly secretHash: string
}

/** Whether a caller sent the secret itself. */
export function isSecretOf(guard: Guarded, sent: string): boolean {
  return isEqual(hashToken(sent), guard.secretHash)
}

/**
 * Whether a signature is one of this guard: HMAC-SHA256 with the secret, hex, over the body, or over
 * "timestamp:body" where a timestamp was sent. Never of a secret that the installation has lost.
 */
export function isSignatureOf(
  guard: Guarded,
  { body, timestamp, signature }: { body: Uint8Array; timestamp: string | null; signature: string },
): boolean {
  const secret = guardSecret(guard.id, guard.generation)
  if (!isSecretOf(guard, secret)) return false
  const mac = createHmac('sha256', secret)
  if (timestamp !== null) mac.update(`${timestamp}:`)
  return isEqual(mac.update(body).digest('hex'), signature.toLowerCase())
}

function isEqual(one: string, other: string): boolean {
  const left = Buffer.from(one)
  const right = Buffer.from(other)
  return left.length === right.length && timingSafeEqual(left, right)
}
