import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What a token is sealed for: it opens for nothing else. */
interface SealedFor {
  readonly id: string
  readonly address: string
}

const CIPHER = 'aes-256-gcm'

function keyOf(id: string): Buffer {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: no token can be kept without it.')
  return Buffer.from(hkdfSync('sha256', secret, id, 'rollcall flipper connection', 32))
}

/**
 * Encrypts the token of a connection under the installation's own secret, bound to its id and
 * address: with another address in the row it does not open, and so goes to nobody else.
 *
 * @throws Error without NEXTAUTH_SECRET.
 */
export function sealToken({ id, address }: SealedFor, token: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyOf(id), iv).setAAD(Buffer.from(address))
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
  return ['v1', iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** The token again; null where it was sealed under another secret, or altered. */
export function openToken({ id, address }: SealedFor, text: string): string | null {
  const [version, iv, tag, sealed] = text.split('.')
  if (version !== 'v1' || !iv || !tag || sealed === undefined) return null
  const key = keyOf(id)
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(address)).setAuthTag(Buffer.from(tag, 'base64url'))
    const opened = [decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]
    return Buffer.concat(opened).toString('utf8')
  } catch {
    return null
  }
}
