import { beginnings, readRule } from './freeze-rule.ts'
import { isTimeZone, momentOf, wallClock } from './wall-clock.ts'

/** How a freeze comes again: an RRULE of RFC 5545, on the wall clock of a time zone. */
export interface Recurrence {
  readonly rule: string
  readonly timeZone: string
}

/** When nothing widens: once, or again and again as `recurrence` says, the first time as given. */
export interface FreezeTimes {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly recurrence: Recurrence | null
}

/** One stretch of a freeze: from a moment (included) to a moment (excluded). */
export interface FreezeWindow {
  readonly startsAt: Date
  readonly endsAt: Date
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** A single window: at most a year and a day. One that comes again: at most 31 days each time. */
const LONGEST_ONCE = 366 * DAY
const LONGEST_AGAIN = 31 * DAY
/** How far ahead is looked for the next windows of a rule: eight years reach every 29 February. */
const FAR = 8 * 366 * DAY

/** The window that stands at a moment, the last to end where windows meet; null when none does. */
export function windowAt(freeze: FreezeTimes, moment: Date): FreezeWindow | null {
  return (
    windowsBetween(freeze, moment, moment)
      .filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
      .at(-1) ?? null
  )
}

/** The windows that touch the time between two moments, in their order, 2,000 at most. */
export function windowsBetween(freeze: FreezeTimes, from: Date, to: Date): FreezeWindow[] {
  const { startsAt, endsAt, recurrence } = freeze
  const all = recurrence === null ? [{ startsAt, endsAt }] : again(freeze, recurrence, from, to)
  return all.filter((window) => window.endsAt > from && window.startsAt <= to).slice(0, 2000)
}

/** The next windows that have not ended at `from`: the one that stands first, `count` at most. */
export function nextWindows(freeze: FreezeTimes, from: Date, count: number): FreezeWindow[] {
  for (const reach of [40 * DAY, 400 * DAY, FAR]) {
    const start = Math.max(from.getTime(), freeze.startsAt.getTime())
    const found = windowsBetween(freeze, from, new Date(start + reach))
    if (found.length >= count || reach === FAR || freeze.recurrence === null) {
      return found.slice(0, count)
    }
  }
  return []
}

/**
 * What is wrong with a freeze's times, by the field of the API that says it: an end before the start, a
 * window too long, a rule that cannot be read, or one whose windows would run into each other.
 */
export function freezeFaults(freeze: FreezeTimes): { path: string; message: string }[] {
  const { startsAt, endsAt, recurrence } = freeze
  const fault = (path: string, message: string) => [{ path, message }]
  if (endsAt <= startsAt) return fault('ends_at', 'must be after starts_at.')
  const length = endsAt.getTime() - startsAt.getTime()
  if (recurrence === null) {
    if (length <= LONGEST_ONCE) return []
    return fault(
      'ends_at',
      'A freeze is at most 366 days long. Stop the line, or set another after it.',
    )
  }
  if (!isTimeZone(recurrence.timeZone)) {
    return fault('recurrence.time_zone', 'is the name of a time zone, like America/New_York.')
  }
  const read = readRule(recurrence.rule)
  if ('wrong' in read) return fault('recurrence.rule', read.wrong)
  if (length > LONGEST_AGAIN) {
    return fault('ends_at', 'A freeze that comes again is at most 31 days long each time.')
  }
  const [first, ...next] = nextWindows(freeze, startsAt, 60)
  if (first?.startsAt.getTime() !== startsAt.getTime()) {
    return fault(
      'recurrence.rule',
      'must make the window that starts_at and ends_at give its first.',
    )
  }
  const meets = next.some((window, index) => window.startsAt <= (next[index - 1] ?? first).endsAt)
  return meets
    ? fault('recurrence.rule', 'comes again before the window has ended: that would never end.')
    : []
}

function again(freeze: FreezeTimes, { rule, timeZone }: Recurrence, from: Date, to: Date) {
  if (to < freeze.startsAt) return []
  const first = wallClock(freeze.startsAt, timeZone)
  // The length on the wall, not in hours: Friday 17:00 to Monday 08:00 in every week of the year.
  const length = wallClock(freeze.endsAt, timeZone).getTime() - first.getTime()
  const earliest = new Date(wallClock(from, timeZone).getTime() - length - DAY)
  const latest = new Date(wallClock(to, timeZone).getTime() + DAY)
  return beginnings({ rule, timeZone, first }, earliest, latest).map((begins) => ({
    startsAt: momentOf(begins, timeZone, 'first'),
    endsAt: momentOf(new Date(begins.getTime() + length), timeZone, 'last'),
  }))
}
