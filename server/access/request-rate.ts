import { problem } from '../problem.ts'
import { NotReadable } from '../read-body.ts'
import type { Known } from './find-token-actor.ts'

const MINUTE_MS = 60_000
const MOST_CALLERS = 10_000

interface Bucket {
  left: number
  at: number
}

/**
 * Requests of one caller at a time: so many at once, and again so many a minute. Answers the seconds
 * to wait, 0 when this request may go on. Counted in one process, `now` in milliseconds.
 */
export function requestRate(perMinute: number): (caller: string, now: number) => number {
  const buckets = new Map<string, Bucket>()
  return (caller, now) => {
    const known = buckets.get(caller)
    const gained = known ? ((now - known.at) * perMinute) / MINUTE_MS : perMinute
    const left = Math.min(perMinute, (known?.left ?? 0) + gained)
    if (left < 1) return Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / perMinute / 1000 - 1e-6))
    // Set anew, the ones who asked longest ago stand first and are forgotten first.
    buckets.delete(caller)
    buckets.set(caller, { left: left - 1, at: now })
    if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value ?? '')
    return 0
  }
}

const DEFAULT_PER_MINUTE = 3000

const asked = Number(process.env.API_REQUESTS_PER_MINUTE ?? DEFAULT_PER_MINUTE)
const rate = requestRate(asked >= 1 ? asked : DEFAULT_PER_MINUTE)

/**
 * Counts a request of a person, whichever token or session they use, or of a service account.
 *
 * @throws NotReadable with a 429 that says when to come again.
 */
export function requireRate(caller: Known): void {
  const wait = rate(`${caller.kind}:${caller.id}`, Date.now())
  if (wait === 0) return
  const seconds = wait === 1 ? 'a second' : `${wait} seconds`
  const detail = `${caller.name} sends more than is taken at a time. Nothing was changed. Go on after ${seconds}, and more slowly.`
  throw new NotReadable(problem('too_many_requests', detail, { 'retry-after': String(wait) }))
}
