const DAY = 24 * 60 * 60 * 1000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Whether `zone` is the name of a time zone, as IANA keeps them: "America/New_York". */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return false
  try {
    clockOf(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * What the clock on the wall of a zone shows at a moment, as a Date whose UTC fields are the wall's:
 * arithmetic on it is arithmetic of calendars.
 *
 * @throws RangeError for what is no time zone.
 */
export function wallClock(moment: Date, zone: string): Date {
  const ms = moment.getTime()
  const fields: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(moment)) fields[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, ((ms % 1000) + 1000) % 1000))
}

/**
 * The moment at which the wall clock of a zone shows `wall`. Where it shows that twice (the hour in
 * which summer time ends) `twice` says which; where it never does (the hour that summer time
 * skips) the offset before the change is kept, as RFC 5545 has it.
 */
export function momentOf(wall: Date, zone: string, twice: 'first' | 'last'): Date {
  const shown = wall.getTime()
  const before = shown - offsetAt(shown - DAY, zone)
  const after = shown - offsetAt(shown + DAY, zone)
  const holds = [before, after].filter(
    (moment) => wallClock(new Date(moment), zone).getTime() === shown,
  )
  if (holds.length === 0) return new Date(before)
  return new Date(twice === 'first' ? Math.min(...holds) : Math.max(...holds))
}

function offsetAt(moment: number, zone: string): number {
  return wallClock(new Date(moment), zone).getTime() - moment
}

// Making one takes far longer than asking it; a zone's rules do not change while a process runs.
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}
