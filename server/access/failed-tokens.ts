const WINDOW_MS = 60_000
const MOST = 300
const MOST_ADDRESSES = 10_000

interface Count {
  since: number
  failures: number
}

const counts = new Map<string, Count>()

/** Bad tokens of one address within a minute, counted in this process; more than 300 must wait. */
export function failuresOf(address: string): { secondsToWait(): number; note(): void } {
  const now = Date.now()
  const current = counts.get(address)
  const count = current && now - current.since < WINDOW_MS ? current : { since: now, failures: 0 }
  return {
    secondsToWait: () =>
      count.failures < MOST ? 0 : Math.max(1, Math.ceil((count.since + WINDOW_MS - now) / 1000)),
    note: () => {
      count.failures += 1
      counts.set(address, count)
      if (counts.size > MOST_ADDRESSES) counts.delete(counts.keys().next().value ?? '')
    },
  }
}
