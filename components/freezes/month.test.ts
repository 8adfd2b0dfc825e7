import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthAfter, monthOf, onDay, weeksOf } from './month.ts'

const december = new Date('2026-12-01T00:00:00Z')

test('a month is the one named, else the one of today', () => {
  expect(monthOf('2026-12', new Date('2030-05-05'))).toEqual(december)
  for (const wrong of [undefined, '2026-13', 'December', '0000-01']) {
    expect(monthOf(wrong, new Date('2026-12-24T23:00:00Z'))).toEqual(december)
  }
  expect([monthAfter(december, 1), monthAfter(december, -12)]).toEqual(['2027-01', '2025-12'])
})

test('a sheet has every day of its month once, from Monday to Sunday', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2100 }),
      fc.integer({ min: 0, max: 11 }),
      (year, month) => {
        const weeks = weeksOf(new Date(Date.UTC(year, month, 1)))
        const days = weeks.flat().filter(({ isInMonth }) => isInMonth)
        expect(days.map(({ day }) => day)).toEqual(days.map((_, index) => index + 1))
        expect(days.length).toBe(new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
        for (const [monday] of weeks) expect(new Date(monday?.date ?? '').getUTCDay()).toBe(1)
      },
    ),
  )
})

test('a window says how it lies on a day', () => {
  const weekend = { starts_at: '2026-12-04T22:00:00.000Z', ends_at: '2026-12-07T13:00:00.000Z' }
  expect(
    ['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-07', '2026-12-08'].map((date) =>
      onDay(weekend, date),
    ),
  ).toEqual([null, 'from 22:00', 'all day', 'until 13:00', null])
  expect(onDay({ ...weekend, ends_at: '2026-12-04T23:00:00.000Z' }, '2026-12-04')).toBe(
    '22:00 to 23:00',
  )
})
