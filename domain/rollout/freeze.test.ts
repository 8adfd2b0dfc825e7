import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FreezeTimes, freezeFaults, nextWindows, windowAt, windowsBetween } from './freeze.ts'
import { recurrenceWords } from './freeze-words.ts'
import { momentOf, wallClock } from './wall-clock.ts'

const NEW_YORK = 'America/New_York'
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Friday 6 November 2026, 17:00 in New York, to Monday 08:00. */
const weekends: FreezeTimes = {
  startsAt: new Date('2026-11-06T22:00:00Z'),
  endsAt: new Date('2026-11-09T13:00:00Z'),
  recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR', timeZone: NEW_YORK },
}

const once = { startsAt: new Date('2026-12-23'), endsAt: new Date('2027-01-02'), recurrence: null }

describe('a freeze that happens once', () => {
  test('stands from its start to before its end, and never again', () => {
    expect(windowAt(once, new Date('2026-12-22T23:59:59Z'))).toBeNull()
    expect(windowAt(once, once.startsAt)).toMatchObject({ endsAt: once.endsAt })
    expect(windowAt(once, once.endsAt)).toBeNull()
    expect(nextWindows(once, once.endsAt, 3)).toEqual([])
  })
})

describe('every Friday 17:00 to Monday 08:00 in New York', () => {
  test.each([
    ['in winter', '2026-12-04T21:59:59Z', '2026-12-04T22:00:00Z', '2026-12-07T13:00:00Z'],
    ['in summer', '2027-06-04T20:59:59Z', '2027-06-04T21:00:00Z', '2027-06-07T12:00:00Z'],
    [
      'when summer time begins',
      '2027-03-12T21:59:59Z',
      '2027-03-12T22:00:00Z',
      '2027-03-15T12:00:00Z',
    ],
    ['when it ends', '2027-11-05T20:59:59Z', '2027-11-05T21:00:00Z', '2027-11-08T13:00:00Z'],
  ])('%s', (_, before, from, to) => {
    expect(windowAt(weekends, new Date(before))).toBeNull()
    expect(windowAt(weekends, new Date(from))).toEqual({
      startsAt: new Date(from),
      endsAt: new Date(to),
    })
    expect(windowAt(weekends, new Date(to))).toBeNull()
  })

  test('says so, and tells its next windows', () => {
    expect(recurrenceWords(weekends)).toBe('every Friday 17:00 to Monday 08:00, America/New_York')
    expect(nextWindows(weekends, new Date('2027-03-10'), 2).map(({ endsAt }) => endsAt)).toEqual([
      new Date('2027-03-15T12:00:00Z'),
      new Date('2027-03-22T12:00:00Z'),
    ])
  })
})

describe('the wall clock', () => {
  const zone = fc.constantFrom(
    NEW_YORK,
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  )
  const moment = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })

  test('of a moment leads back to a moment that it shows', () => {
    fc.assert(
      fc.property(moment, zone, fc.constantFrom('first', 'last'), (at, where, twice) => {
        const wall = wallClock(at, where)
        const back = momentOf(wall, where, twice)
        expect(wallClock(back, where)).toEqual(wall)
        expect(Math.abs(back.getTime() - at.getTime())).toBeLessThanOrEqual(HOUR)
      }),
    )
  })

  test('of an hour that was skipped is read by the offset before, as RFC 5545 has it', () => {
    const skipped = new Date('2027-03-14T02:30:00Z')
    expect(momentOf(skipped, NEW_YORK, 'first')).toEqual(new Date('2027-03-14T07:30:00Z'))
  })

  test('of an hour that comes twice is its first or its last, as asked', () => {
    const twice = new Date('2027-11-07T01:30:00Z')
    expect(momentOf(twice, NEW_YORK, 'first')).toEqual(new Date('2027-11-07T05:30:00Z'))
    expect(momentOf(twice, NEW_YORK, 'last')).toEqual(new Date('2027-11-07T06:30:00Z'))
  })

  test('shows a weekly freeze at the same hours in every week of many years', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 1000 }), (timeZone, weeks) => {
        const startsAt = momentOf(new Date('2026-11-06T17:00:00Z'), timeZone, 'first')
        const endsAt = momentOf(new Date('2026-11-09T08:00:00Z'), timeZone, 'last')
        const freeze = { startsAt, endsAt, recurrence: { rule: 'FREQ=WEEKLY', timeZone } }
        const [window] = nextWindows(
          freeze,
          new Date(startsAt.getTime() + weeks * 7 * DAY + 2 * HOUR),
          1,
        )
        if (!window) throw new Error('a weekly freeze came to an end')
        const shown = [window.startsAt, window.endsAt].map((at) => wallClock(at, timeZone))
        expect(shown.map((wall) => [wall.getUTCDay(), wall.toISOString().slice(11, 16)])).toEqual([
          [5, '17:00'],
          [1, '08:00'],
        ])
      }),
    )
  })

  test('agrees whether a moment is asked alone or within a span', () => {
    const anyRule = fc.constantFrom(
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;BYDAY=MO,FR',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=20',
      'FREQ=MONTHLY;BYDAY=1FR',
      'FREQ=YEARLY;UNTIL=20301106T230000Z',
    )
    fc.assert(
      fc.property(anyRule, zone, moment, (rule, timeZone, at) => {
        const startsAt = momentOf(new Date('2026-11-06T17:00:00Z'), timeZone, 'first')
        const freeze = {
          startsAt,
          endsAt: new Date(startsAt.getTime() + 10 * HOUR),
          recurrence: { rule, timeZone },
        }
        const around = windowsBetween(
          freeze,
          new Date(at.getTime() - 9 * DAY),
          new Date(at.getTime() + 9 * DAY),
        )
        const within = around.filter((one) => one.startsAt <= at && at < one.endsAt).at(-1) ?? null
        expect(windowAt(freeze, at)).toEqual(within)
      }),
    )
  })
})

describe('what a freeze may not be', () => {
  const again = (rule: string, hours = 10, timeZone = NEW_YORK): FreezeTimes => ({
    startsAt: weekends.startsAt,
    endsAt: new Date(weekends.startsAt.getTime() + hours * HOUR),
    recurrence: { rule, timeZone },
  })

  test.each<[string, FreezeTimes, string]>([
    ['an end before its start', { ...once, endsAt: once.startsAt }, 'ends_at'],
    ['longer than a year', { ...once, endsAt: new Date('2028-12-25') }, 'ends_at'],
    ['of 40 days again and again', again('FREQ=YEARLY', 40 * 24), 'ends_at'],
    ['in no zone', again('FREQ=DAILY', 10, 'Moon/Base'), 'recurrence.time_zone'],
    ['every second', again('FREQ=SECONDLY'), 'recurrence.rule'],
    ['with a part that is finer than a day', again('FREQ=DAILY;BYHOUR=9'), 'recurrence.rule'],
    ['with a part twice', again('FREQ=DAILY;FREQ=WEEKLY'), 'recurrence.rule'],
    ['without how often', again('BYDAY=FR'), 'recurrence.rule'],
    ['nothing', again(''), 'recurrence.rule'],
    ['of Mondays, beginning on a Friday', again('FREQ=WEEKLY;BYDAY=MO'), 'recurrence.rule'],
    ['never over', again('FREQ=DAILY', 24), 'recurrence.rule'],
    ['on a day that never is', again('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 'recurrence.rule'],
    ['over before it began', again('FREQ=DAILY;UNTIL=20200101'), 'recurrence.rule'],
  ])('%s', (_, freeze, path) => {
    expect(freezeFaults(freeze)).toMatchObject([{ path }])
  })

  test.each([
    ['FREQ=WEEKLY;BYDAY=FR', 63],
    ['FREQ=DAILY', 23],
    ['FREQ=MONTHLY;BYDAY=1FR', 10],
    ['FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101', 63],
  ])('but %s of %i hours it may be', (rule, hours) => {
    expect(freezeFaults(again(rule, hours))).toEqual([])
  })

  test('anything else that one can write is told apart without a fault of ours', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (rule, zone) => {
        expect(freezeFaults(again(rule, 10, zone)).length).toBe(1)
      }),
    )
  })
})
