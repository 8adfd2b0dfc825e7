const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const pad = (number: number) => String(number).padStart(2, '0')

/** "3 March", with the year when it is not the year of `now`. UTC. */
export function dateWords(at: Date, now?: Date): string {
  const words = `${at.getUTCDate()} ${months[at.getUTCMonth()]}`
  const sameYear = now && now.getUTCFullYear() === at.getUTCFullYear()
  return sameYear ? words : `${words} ${at.getUTCFullYear()}`
}

/** "3 March 2026, 14:02:11 UTC". */
export function exactWords(at: Date): string {
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(pad).join(':')
  return `${dateWords(at)}, ${clock} UTC`
}

/**
 * The two ends of a span, never the same words twice: days, within one day the time of day as well,
 * within one minute to the second. UTC.
 */
export function spanEnds(from: Date, until: Date): readonly [string, string] {
  const clock = (at: Date, parts: number) =>
    [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].slice(0, parts).map(pad).join(':')
  const [one, other] = [dateWords(from), dateWords(until)]
  if (one !== other) return [one, other]
  const parts = clock(from, 2) === clock(until, 2) ? 3 : 2
  return [`${one}, ${clock(from, parts)} UTC`, `${clock(until, parts)} UTC`]
}

/**
 * How long ago, rounded down: "just now", "4 minutes ago"; how far ahead, to the next smaller unit
 * while it is near, for who waits: "in 1 day 23 hours", "in 3 days". Beyond two weeks the date,
 * because nobody counts back 47 days.
 */
export function relativeWords(at: Date, now: Date): string {
  const distance = now.getTime() - at.getTime()
  const size = Math.abs(distance)
  if (size < minute) return distance < 0 ? 'in a moment' : 'just now'
  if (size >= 14 * day) return dateWords(at, now)
  if (distance < 0) return `in ${aheadWords(size)}`
  return `${ageWords(at, now)} ago`
}

/** For how long something has stood, rounded down: "4 minutes", "12 days". */
export function ageWords(since: Date, now: Date): string {
  const size = Math.max(0, now.getTime() - since.getTime())
  return size < hour ? count(size, minute, 'minute') : spanWords(size)
}

/** "2 days" a second before they are two: what is left is never told a unit short. */
function aheadWords(size: number): string {
  if (size >= 3 * day) return counted(Math.round(size / day), 'day')
  const minutes = Math.round(size / minute)
  if (minutes < 60) return counted(minutes, 'minute')
  const hours = Math.round(size / hour)
  if (hours < 6) return both(minutes, 60, 'hour', 'minute')
  return hours < 24 ? counted(hours, 'hour') : both(hours, 24, 'day', 'hour')
}

function both(smaller: number, size: number, unit: string, rest: string): string {
  const whole = counted(Math.floor(smaller / size), unit)
  const left = smaller % size
  return left === 0 ? whole : `${whole} ${counted(left, rest)}`
}

function spanWords(size: number): string {
  return size < day ? count(size, hour, 'hour') : count(size, day, 'day')
}

function count(size: number, unit: number, word: string): string {
  return counted(Math.floor(size / unit), word)
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
