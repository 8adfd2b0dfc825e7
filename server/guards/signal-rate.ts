const WINDOW_MS = 60_000
const MOST = 60
const MOST_GUARDS = 10_000

const calls = new Map<string, { since: number; count: number }>()

/**
 * Counts one call to a guard, in this process; 60 a minute are heeded.
 *
 * @returns seconds to wait, 0 when it may go on.
 */
export function secondsToWait(guardId: string): number {
  const now = Date.now()
  const known = calls.get(guardId)
  const window = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 }
  window.count += 1
  calls.set(guardId, window)
  if (calls.size > MOST_GUARDS) calls.delete(calls.keys().next().value ?? '')
  return window.count <= MOST ? 0 : Math.max(1, Math.ceil((window.since + WINDOW_MS - now) / 1000))
}
