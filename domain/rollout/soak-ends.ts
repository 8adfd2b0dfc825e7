import type { Soak } from './soak.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LENGTH = { minutes: MINUTE, hours: HOUR, days: DAY, weeks: 7 * DAY } as const

/**
 * When a soak that began at a moment is over, in UTC. A business day is a day from Monday to
 * Friday (holidays are not known), and one that begins on a weekend begins on Monday; a month ends
 * on the same day of the next, or on its last. The time that it stood paused is added.
 *
 * @param pausedMs for how long the clock was held, in milliseconds.
 * @returns null where there is no soak time.
 */
export function soakEnds(soak: Soak, from: Date, pausedMs: number): Date | null {
  if (soak.kind === 'none') return null
  const end =
    soak.unit === 'business_days'
      ? afterBusinessDays(from, Math.ceil(soak.amount))
      : soak.unit === 'months'
        ? afterMonths(from, Math.ceil(soak.amount))
        : from.getTime() + soak.amount * LENGTH[soak.unit]
  return new Date(end + pausedMs)
}

const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay())

function afterBusinessDays(from: Date, days: number): number {
  let time = from.getTime()
  if (isWeekend(time)) {
    time -= time % DAY
    while (isWeekend(time)) time += DAY
  }
  for (let left = days; left > 0; ) {
    time += DAY
    if (!isWeekend(time)) left -= 1
  }
  return time
}

/** The same day of a later month, or that month's last day where it is shorter. */
function afterMonths(from: Date, months: number): number {
  const end = new Date(from)
  end.setUTCMonth(end.getUTCMonth() + months)
  if (end.getUTCDate() !== from.getUTCDate()) end.setUTCDate(0)
  return end.getTime()
}
