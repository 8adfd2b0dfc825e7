import type { FreezeTimes } from './freeze.ts'
import { ruleWords } from './freeze-rule.ts'
import { wallClock } from './wall-clock.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const HOUR = 60 * 60 * 1000

/**
 * How a freeze comes again, in words: "every Friday 17:00 to Monday 08:00, America/New_York"; null
 * for one that happens once.
 */
export function recurrenceWords({ startsAt, endsAt, recurrence }: FreezeTimes): string | null {
  if (recurrence === null) return null
  const { rule, timeZone } = recurrence
  const from = wallClock(startsAt, timeZone)
  const to = wallClock(endsAt, timeZone)
  const until = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(rule)
  const end = until ? `, until ${until[1]}-${until[2]}-${until[3]}` : ''
  return `${often(rule, from)} ${clock(from)} to ${ending(from, to)}, ${timeZone}${end}`
}

function often(rule: string, from: Date): string {
  const weekday = WEEKDAYS[from.getUTCDay()]
  const isPlain =
    /^FREQ=WEEKLY(?:;INTERVAL=1)?(?:;BYDAY=[A-Z]{2})?(?:;WKST=[A-Z]{2})?(?:;UNTIL=\w+)?$/
  return isPlain.test(rule) ? `every ${weekday}` : `${ruleWords(rule)},`
}

function ending(from: Date, to: Date): string {
  const length = to.getTime() - from.getTime()
  if (from.getUTCDay() === to.getUTCDay() && length < 24 * HOUR) return clock(to)
  if (length < 7 * 24 * HOUR) return `${WEEKDAYS[to.getUTCDay()]} ${clock(to)}`
  return `${clock(to)}, ${Math.round(length / (24 * HOUR))} days later`
}

function clock(wall: Date): string {
  return wall.toISOString().slice(11, 16)
}
