const SECOND_MS = 1000
const LONGEST_MS = 60_000

/**
 * How long a push that failed waits before it is tried again, in milliseconds: a second, then twice
 * as long each time, a minute at most; as long as the server asks for, up to five minutes.
 *
 * @param attempts how often it was tried since it last arrived, at least 1.
 * @param askedMs what the server asked for in `Retry-After`; null where it asked for nothing.
 */
export function tryAgainAfter(attempts: number, askedMs: number | null): number {
  const own = Math.min(SECOND_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_MS)
  return Math.max(own, Math.min(askedMs ?? 0, 5 * LONGEST_MS))
}
