import { createHash } from 'node:crypto'

/** What the first entry of a log follows: SHA-256 of "rollcall-audit-v1 genesis", in hex. */
export const GENESIS = createHash('sha256').update('rollcall-audit-v1 genesis').digest('hex')

/** One link of the chain before its hash is known. */
export interface Link {
  /** The hash of the entry before, in hex; GENESIS for the first. */
  readonly prev: string
  /** Counted from 1 without a gap. */
  readonly seq: bigint
  /** When the entry was sealed: microseconds since 1970, UTC, by the database's clock. */
  readonly sealedAtMicros: bigint
  /** `leafOf` the entry's payload, in hex. */
  readonly leaf: string
}

/**
 * The leaf of an entry: SHA-256(0x00 ‖ payload as stored, in UTF-8), in hex. The stored text is
 * hashed as it is, never written anew. The 0x00 keeps leaves apart from links (RFC 6962).
 */
export function leafOf(payload: string): string {
  return createHash('sha256').update(Uint8Array.of(0)).update(payload, 'utf8').digest('hex')
}

/**
 * The hash of an entry: SHA-256(0x01 ‖ prev ‖ int8(seq) ‖ int8(sealed at) ‖ leaf), in hex; int8 is
 * eight bytes, big-endian, signed. The same formula as audit.seal() of the database.
 *
 * @throws RangeError when prev or leaf is not 32 bytes in hex, or a number does not fit eight bytes.
 */
export function linkHash({ prev, seq, sealedAtMicros, leaf }: Link): string {
  const numbers = Buffer.alloc(16)
  numbers.writeBigInt64BE(seq, 0)
  numbers.writeBigInt64BE(sealedAtMicros, 8)
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(digestBytes(prev))
    .update(numbers)
    .update(digestBytes(leaf))
    .digest('hex')
}

function digestBytes(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError('a digest is 64 lower-case hex digits')
  return Buffer.from(hex, 'hex')
}
