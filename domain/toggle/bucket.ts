import { crc32 } from 'node:zlib'
import { compareCodePoints } from './code-point-order.ts'
import { moveOn } from './move-checksum-on.ts'

/** One hundred per cent in thousandths of a per cent: how many buckets there are. */
const BUCKETS = 100_000

/** What of an actor, or of several at once, every toggle's bucket is made from. */
export interface Draw {
  readonly checksum: number
  readonly bytes: number
}

/** What of a toggle's key every bucket is made from. */
export interface BucketSeed {
  readonly checksum: number
  /** The checksum moved on by a number of bytes, where that was asked before; 0 where not. */
  readonly movedOn: Int32Array
}

/** Longer ids are rare: for them the factor is worked out each time. */
const REMEMBERED = 128

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
  return { checksum: crc32(text), bytes: Buffer.byteLength(text) }
}

/** The seed of a toggle, which every bucket of it starts from. */
export function bucketSeed(key: string): BucketSeed {
  return { checksum: crc32(key), movedOn: new Int32Array(REMEMBERED) }
}

/**
 * The bucket, 0 to 99,999, of a draw for the toggle that the seed was made from. Ids of one kind
 * are of one length, and how a length moves the key's checksum on is the same for all of them: it
 * is worked out once, and the next id of that length costs one XOR.
 */
export function bucketFrom(seed: BucketSeed, draw: Draw): number {
  return bucketOfMoved(movedBy(seed, draw.bytes), draw)
}

/** The checksum of a seed moved on by so many bytes. */
export function movedBy({ checksum, movedOn }: BucketSeed, bytes: number): number {
  let moved = movedOn[bytes] ?? 0
  if (moved === 0) {
    moved = moveOn(checksum, bytes)
    if (bytes < REMEMBERED) movedOn[bytes] = moved
  }
  return moved
}

/** The bucket of a draw for a seed that was moved on by the draw's bytes. */
export function bucketOfMoved(moved: number, draw: Draw): number {
  return ((moved ^ draw.checksum) >>> 0) % BUCKETS
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
