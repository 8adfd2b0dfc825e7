import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * A new token: `rc_<purpose>_<43 base64url>_<crc32>`. 256 random bits, so a plain hash is enough to
 * keep; the prefix and the checksum let secret scanners know one when they see it.
 */
export function makeToken(purpose: string): { token: string; hash: string } {
  const body = `rc_${purpose}_${randomBytes(32).toString('base64url')}`
  const token = `${body}_${crc32(body).toString(16).padStart(8, '0')}`
  return { token, hash: hashToken(token) }
}

/** The token of a new session, for its cookie alone: 256 random bits. */
export function makeSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token or a session: SHA-256, hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
