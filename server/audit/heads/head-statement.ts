import { z } from 'zod'
import { canonical } from '../../../domain/audit/canonical.ts'

/** How heads are signed; the second where only approved curves of older standards may be used. */
export const HEAD_ALGORITHMS = ['ed25519', 'ecdsa-p256-sha256'] as const

export type HeadAlgorithm = (typeof HEAD_ALGORITHMS)[number]

/** A key that signs heads. Its private half stays in the process that read it. */
export interface HeadKey {
  readonly alg: HeadAlgorithm
  /** SHA-256 of the public key (SPKI, DER), in hex. */
  readonly keyId: string
  /** The public key in PEM. */
  readonly publicKey: string
  /** Signs bytes; base64. */
  readonly sign: (bytes: Buffer) => string
}

/** What is signed: so many entries of that log, ending in this hash, at this time. */
export const headStatement = z.strictObject({
  format: z.literal('rollcall-head-v1'),
  /** The address of the installation whose log it is. */
  origin: z.string(),
  size: z.int().min(1),
  /** Of the newest entry, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** By the database's clock: ISO 8601, UTC. */
  time: z.iso.datetime(),
  /** The head that was signed before: heads are a chain of their own. */
  previous: z.strictObject({ size: z.int(), hash: z.string(), time: z.iso.datetime() }).nullable(),
  alg: z.string(),
  /** SHA-256 of the public key (SPKI, DER), in hex. */
  key_id: z.string(),
})

export type HeadStatement = z.infer<typeof headStatement>

/** A head as it is delivered; the signature, base64, is over the canonical JSON of all the rest. */
export const signedHead = headStatement.extend({ signature: z.string() })

export type SignedHead = z.infer<typeof signedHead>

/** Puts a key under a head; what `verify-audit.mjs --head --public-key` verifies. */
export function signStatement(
  statement: Omit<HeadStatement, 'alg' | 'key_id'>,
  key: HeadKey,
): SignedHead {
  const whole = { ...statement, alg: key.alg, key_id: key.keyId }
  return { ...whole, signature: key.sign(Buffer.from(canonical(whole))) }
}
