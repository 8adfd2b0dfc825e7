/** Takes one request of somebody; gives 0, or the whole seconds to wait before the next. */
export type RateLimit = (who: string, now: number) => number

/** What adding fractions may lose; without it a caller who waited as told could be sent away. */
const ROUNDING = 1e-6

interface Bucket {
  left: number
  at: number
}

/**
 * A limit for each caller by itself: `perSecond` requests a second on average, twice that at once.
 * `now` is in milliseconds. Keeps one small bucket a caller and only of callers that were admitted.
 */
export function rateLimit(perSecond: number): RateLimit {
  const burst = Math.max(1, perSecond * 2)
  const buckets = new Map<string, Bucket>()
  return (who, now) => {
    const bucket = buckets.get(who)
    if (bucket === undefined) {
      buckets.set(who, { left: burst - 1, at: now })
      return 0
    }
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (bucket.left > 1 - ROUNDING) {
      bucket.left -= 1
      return 0
    }
    return Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
  }
}
