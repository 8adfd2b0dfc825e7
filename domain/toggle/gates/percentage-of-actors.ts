import { type BucketSeed, bucketFrom, type Draw, reaches } from '../bucket.ts'

/**
 * Whether a percentage, 0 to 100, lets these actors in. Closed for nobody in particular, even at
 * 100; `seed` is the toggle's own (`bucketSeed`), so every toggle draws another tenth of the people.
 */
export function percentageOfActorsOpens(
  seed: BucketSeed,
  percentage: number,
  draw: Draw | null,
): boolean {
  if (draw === null || percentage <= 0) return false
  return percentage >= 100 || reaches(percentage, bucketFrom(seed, draw))
}
