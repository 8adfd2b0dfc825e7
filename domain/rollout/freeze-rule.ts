import * as library from 'rrule'
import { wallClock } from './wall-clock.ts'

// Node reads the package as CommonJS, all of it under `default`; bundlers read its ES module.
const { RRule }: typeof library = 'default' in library ? Object(library.default) : library

const DAY = 24 * 60 * 60 * 1000
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)'
const MONTH_DAY = '-?(?:[1-9]|[12]\\d|3[01])'

const list = (one: string) => new RegExp(`^${one}(?:,${one})*$`)

/** What a rule of a freeze may say: RFC 5545 without what is finer than a day. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^(?:[1-9]\d{0,2}|1000)$/,
  UNTIL: /^\d{8}(?:T\d{6}Z)?$/,
  BYDAY: list(`(?:-?[1-5])?${WEEKDAY}`),
  BYMONTHDAY: list(MONTH_DAY),
  BYMONTH: list('(?:[1-9]|1[0-2])'),
  BYSETPOS: list('-?[1-9]\\d?'),
  WKST: new RegExp(`^${WEEKDAY}$`),
}

/**
 * Reads an RRULE ("FREQ=WEEKLY;BYDAY=FR", with or without "RRULE:" before it).
 *
 * @returns the rule in one spelling, or a sentence of what is wrong with it.
 */
export function readRule(text: string): { rule: string } | { wrong: string } {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  const seen = new Set<string>()
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    const known = PARTS[name]
    if (!known || rest.length > 0) {
      return { wrong: `"${part}" is not a part of a rule that a freeze can have.` }
    }
    if (seen.has(name)) return { wrong: `${name} stands in it twice.` }
    if (!known.test(value)) return { wrong: `${name} cannot be "${value}".` }
    seen.add(name)
  }
  if (!seen.has('FREQ')) return { wrong: 'says no FREQ: DAILY, WEEKLY, MONTHLY or YEARLY.' }
  if (seen.has('COUNT') && seen.has('UNTIL')) return { wrong: 'has COUNT or UNTIL, not both.' }
  return { rule }
}

/**
 * When a rule begins anew, on the wall clock of its zone, between two moments of that clock, both
 * included. `first` is where it began (a wall clock's Date, see wallClock).
 */
export function beginnings(
  { rule, timeZone, first }: { rule: string; timeZone: string; first: Date },
  from: Date,
  to: Date,
): Date[] {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const until = untilOf(parts.get('UNTIL'), timeZone)
  parts.delete('UNTIL')
  const options = RRule.parseString([...parts].map(([name, said]) => `${name}=${said}`).join(';'))
  const begins = parts.has('COUNT') ? first : later(first, parts, from)
  return new RRule({ ...options, dtstart: begins, until }).between(from, to, true)
}

/** A rule in words: "every 2 weeks on Monday and Friday". */
export function ruleWords(rule: string): string {
  const options = RRule.parseString(rule.replace(/;?UNTIL=[^;]*/, ''))
  return new RRule(options).toText().replaceAll(' for 1 time', ', once')
}

/** An end without a time is the end of that day in the zone, as with a start without one. */
function untilOf(said: string | undefined, timeZone: string): Date | null {
  if (said === undefined) return null
  const [year, month, day] = [said.slice(0, 4), said.slice(4, 6), said.slice(6, 8)].map(Number)
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day)
  if (said.length === 8) return new Date(at + DAY - 1)
  const [hour, minute, second] = [said.slice(9, 11), said.slice(11, 13), said.slice(13, 15)]
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  return wallClock(new Date(at + seconds * 1000), timeZone)
}

// A rule of days or weeks steps from its start one by one, so that one of ten years ago would take
// thousands of steps: begin it anew a whole number of steps later, which changes nothing after.
function later(first: Date, parts: ReadonlyMap<string, string>, from: Date): Date {
  const days = { DAILY: 1, WEEKLY: 7 }[parts.get('FREQ') ?? '']
  if (days === undefined) return first
  const step = days * Number(parts.get('INTERVAL') ?? 1) * DAY
  const steps = Math.floor((from.getTime() - first.getTime()) / step) - 1
  return steps > 0 ? new Date(first.getTime() + steps * step) : first
}
