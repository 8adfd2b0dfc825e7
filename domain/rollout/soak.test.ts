import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noSoakWords, readSoak, soakWords } from './soak.ts'
import { soakEnds } from './soak-ends.ts'

test.each([
  ['24 hours', '24 hours'],
  ['2 days', '2 days'],
  ['1 week', '1 week'],
  ['3 business days', '3 business days'],
  ['Minimum 2 full business days', '2 business days'],
  ['2 days (8/21- 8/22)', '2 days'],
  ['2 days (actual: 7)', '2 days'],
  ['2 Days, starting 4/20/26', '2 days'],
  ['4 hours to 1 day', '4 hours'],
  ['2-3 days', '2 days'],
  ['2 – 3 weeks', '2 weeks'],
  [
    '5 days minimum, 3/24-3/28 (or until all criteria is met and any issues are addressed)',
    '5 days',
  ],
  ['2 weeks minimum (or until all criteria is met)', '2 weeks'],
  ['10/1/2024-10/3/2024 (*minimum 2 hours*)', '2 hours'],
  ['(_minimum 1 day_)', '1 day'],
  ['Overnight - 15+hrs', '15 hours'],
  ['48h', '48 hours'],
  ['72-hour soak', '72 hours'],
  ['1-week', '1 week'],
  ['one week', '1 week'],
  ['a couple of days', '2 days'],
  ['half a day', '0.5 days'],
  ['at least 30 min', '30 minutes'],
  ['1.5 days', '1.5 days'],
  ['5 weekdays', '5 business days'],
  ['Four working days', '4 business days'],
  ['1 month', '1 month'],
  ['twenty-four hours', '24 hours'],
])('“%s” is %s', (text, words) => {
  expect(soakWords(readSoak(text))).toBe(words)
  expect(noSoakWords(readSoak(text), text)).toBeNull()
})

test.each([
  [null, 'not_said'],
  ['', 'not_said'],
  ['  ', 'not_said'],
  ['Forever! (villain laugh)', 'no_end'],
  ['Till infinity and beyond!', 'no_end'],
  ['Indefinite (V2 becomes default path)', 'no_end'],
  ['N/A', 'no_end'],
  ['10 submissions (estimated 4 hours)', 'not_a_time'],
  ['Until at least 10 internal submissions have been validated', 'not_a_time'],
  ['Overnight', 'not_a_time'],
  ['3/24-3/28', 'not_a_time'],
  ['0 days', 'not_a_time'],
  ['500 users', 'not_a_time'],
])('“%s” gives no soak time: %s', (text, why) => {
  const soak = readSoak(text)
  expect(soak).toEqual({ kind: 'none', why })
  expect(noSoakWords(soak, text)).toMatch(/no soak time/)
  expect(soakEnds(soak, new Date(0), 0)).toBeNull()
})

test('an amount and a unit in any dress are read back', () => {
  const units = { minutes: 'min', hours: 'hrs', days: 'days', weeks: 'weeks', months: 'months' }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom(...Object.keys(units)),
      fc.constantFrom('', 'Minimum ', 'at least ', '**', 'about '),
      fc.constantFrom('', ' minimum', ' (actual: 9 days)', ', starting 4/20/26', '**'),
      (amount, unit, before, after) => {
        const written = Object.entries(units).find(([name]) => name === unit)?.[1]
        expect(readSoak(`${before}${amount} ${written}${after}`)).toEqual({
          kind: 'time',
          amount,
          unit,
        })
      },
    ),
  )
})

test('whatever is written, it is read without failing and a longer soak never ends sooner', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const soak = readSoak(text)
      if (soak.kind === 'none') return
      const from = new Date('2026-11-20T15:00:00Z')
      const ends = soakEnds(soak, from, 0)?.getTime() ?? 0
      expect(ends).toBeGreaterThan(from.getTime())
      const longer = soakEnds({ ...soak, amount: soak.amount + 1 }, from, 0)
      expect(longer?.getTime()).toBeGreaterThan(ends)
    }),
  )
})

describe('when it is over', () => {
  const ends = (text: string, from: string, pausedMs = 0) =>
    soakEnds(readSoak(text), new Date(from), pausedMs)?.toISOString()

  test.each([
    ['24 hours', '2026-11-20T15:00:00Z', '2026-11-21T15:00:00.000Z'],
    ['1 week', '2026-11-20T15:00:00Z', '2026-11-27T15:00:00.000Z'],
    ['1 month', '2027-01-31T09:00:00Z', '2027-02-28T09:00:00.000Z'],
    ['2 business days', '2026-11-20T15:00:00Z', '2026-11-24T15:00:00.000Z'],
    ['1 business day', '2026-11-21T10:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['1 business day', '2026-11-22T23:59:00Z', '2026-11-24T00:00:00.000Z'],
    ['5 business days', '2026-11-23T00:00:00Z', '2026-11-30T00:00:00.000Z'],
  ])('%s from %s is over at %s', (text, from, end) => {
    expect(ends(text, from)).toBe(end)
  })

  test('the time that it stood paused is added', () => {
    expect(ends('2 hours', '2026-11-20T15:00:00Z', 30 * 60_000)).toBe('2026-11-20T17:30:00.000Z')
  })

  test('business days never end on a weekend and are never shorter than days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (from, amount) => {
          const end = soakEnds({ kind: 'time', amount, unit: 'business_days' }, from, 0)
          expect([0, 6]).not.toContain(end?.getUTCDay())
          const plain = soakEnds({ kind: 'time', amount, unit: 'days' }, from, 0)
          expect(end?.getTime()).toBeGreaterThanOrEqual(
            plain?.getTime() ?? Number.POSITIVE_INFINITY,
          )
        },
      ),
    )
  })
})
