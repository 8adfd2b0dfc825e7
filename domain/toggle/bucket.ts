import { crc32 } from 'node:zlib'
import { compareCodePoints } from './code-point-order.ts'
import { factorOf, joinChecksums } from './join-checksums.ts'

/** One hundred per cent in thousandths of a per cent: how many buckets there are. */
const BUCKETS = 100_000

/** What of an actor, or of several at once, every toggle's bucket is made from. */
export interface Draw {
  readonly checksum: number
  readonly factor: number
}

/**
 * The draw of one or more actors. Several are hashed as one text: their ids sorted as strings and
 * joined with nothing between (Flipper 1.4).
 */
export function drawOf(actorIds: readonly string[]): Draw {
  const [only = ''] = actorIds
  return drawOfText(actorIds.length === 1 ? only : [...actorIds].sort(compareCodePoints).join(''))
}

/** The draw of any text, as `PercentageOfActors` in an expression hashes it. */
export function drawOfText(text: string): Draw {
  return { checksum: crc32(text), factor: factorOf(Buffer.byteLength(text)) }
}

/** The checksum of a toggle's key, which every bucket of that toggle starts from. */
export function bucketSeed(key: string): number {
  return crc32(key)
}

/** The bucket, 0 to 99,999, of a draw for the toggle that the seed was made from. */
export function bucketFrom(seed: number, draw: Draw): number {
  return joinChecksums(seed, draw.factor, draw.checksum) % BUCKETS
}

/**
 * The bucket, 0 to 99,999, of one or more actors for a toggle: CRC-32 (zlib's) over the UTF-8 bytes
 * of the key followed by the actors' text. Flipper's, to the bit, so that moving a toggle from
 * Flipper moves nobody across the line. At least one actor is expected.
 */
export function bucketOf(key: string, actorIds: readonly string[]): number {
  return bucketFrom(bucketSeed(key), drawOf(actorIds))
}

/**
 * Whether a percentage, 0 to 100, reaches a bucket: strictly below the product as floating point
 * gives it (Flipper multiplies floats; rounding first would move people at the line).
 */
export function reaches(percentage: number, bucket: number): boolean {
  return bucket < percentage * 1000
}
