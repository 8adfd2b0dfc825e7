import { createHash, type KeyObject, sign } from 'node:crypto'
import { canonical, type Json } from '../../domain/audit/canonical.ts'
import { type Export, ORIGIN } from './audit-export.ts'
import { fileOf, type Verdict, verdictOn } from './run-verifier.ts'

export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export type SignedHead = Record<string, unknown>

/** A head at `size` entries of a log, signed with the changes given. */
export function signedHead(
  log: Export,
  size: number,
  { publicKey, privateKey }: KeyPair,
  changes: Record<string, Json> = {},
): SignedHead {
  const isEd25519 = privateKey.asymmetricKeyType === 'ed25519'
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const head: Record<string, Json> = {
    origin: ORIGIN,
    size,
    hash: log.lines[size - 1]?.hash ?? '',
    time: '2026-11-23T09:05:00.000Z',
    prev_head_hash: null,
    alg: isEd25519 ? 'ed25519' : 'ecdsa-p256-sha256',
    key_id: createHash('sha256').update(spki).digest('hex'),
    ...changes,
  }
  const signature = sign(isEd25519 ? null : 'sha256', Buffer.from(canonical(head)), privateKey)
  return { ...head, signature: signature.toString('base64') }
}

/** Runs the verifier on a log with a signed head and the public key. */
export function verdictWith(
  log: Export,
  head: SignedHead,
  { publicKey }: KeyPair,
): Promise<Verdict> {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return verdictOn(log, '--head', fileOf(JSON.stringify(head)), '--public-key', fileOf(pem))
}
