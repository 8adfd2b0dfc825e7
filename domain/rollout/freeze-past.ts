import { type FreezeTimes, type FreezeWindow, windowsBetween } from './freeze.ts'

/** A freeze as it was set or changed at a moment, until it was changed again. */
export interface FreezeVersion {
  readonly since: Date
  readonly times: FreezeTimes
  /** Whether it was there at all and over the place asked about: not lifted, not elsewhere. */
  readonly stood: boolean
}

/**
 * When a freeze really stood between two moments: each window only as far as the version that made
 * it was in force, so that a freeze that was lifted ends where it was lifted, and one that was set
 * late begins where it was set. Windows that a change only cut in two are one again.
 *
 * @param versions oldest first.
 */
export function pastWindows(
  versions: readonly FreezeVersion[],
  from: Date,
  until: Date,
): FreezeWindow[] {
  const stretches = versions.flatMap(({ since, times, stood }, index) => {
    const begins = later(since, from)
    const ends = earlier(versions[index + 1]?.since ?? until, until)
    if (!stood || begins >= ends) return []
    return windowsBetween(times, begins, ends).map(({ startsAt, endsAt }) => ({
      startsAt: later(startsAt, begins),
      endsAt: earlier(endsAt, ends),
    }))
  })
  const windows: FreezeWindow[] = []
  for (const stretch of stretches) {
    const before = windows.at(-1)
    if (stretch.endsAt <= stretch.startsAt) continue
    if (before && stretch.startsAt <= before.endsAt) {
      windows[windows.length - 1] = { ...before, endsAt: later(before.endsAt, stretch.endsAt) }
    } else windows.push(stretch)
  }
  return windows
}

const later = (one: Date, other: Date) => (one > other ? one : other)
const earlier = (one: Date, other: Date) => (one < other ? one : other)
