import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reminderDue } from './asking.ts'

const neededBy = new Date('2027-03-03T15:00:00Z')
const longAgo = new Date('2027-02-20T15:00:00Z')

const at = (now: string, askedAt: Date | null = longAgo) =>
  reminderDue({ neededBy, now: new Date(now), askedAt })

describe('a reminder', () => {
  test.each([
    ['2027-03-02T14:59:59Z', null],
    ['2027-03-02T15:00:00Z', 'day_before'],
    ['2027-03-03T13:59:59Z', 'day_before'],
    ['2027-03-03T14:00:00Z', 'hour_before'],
    ['2027-03-03T14:59:59Z', 'hour_before'],
    ['2027-03-03T15:00:00Z', 'overdue'],
    ['2027-03-09T15:00:00Z', 'overdue'],
  ])('at %s is %s', (now, cause) => {
    expect(at(now)).toBe(cause)
  })

  test('is not for who was asked after its moment', () => {
    expect(at('2027-03-02T16:00:00Z', new Date('2027-03-02T15:30:00Z'))).toBeNull()
    expect(at('2027-03-03T14:10:00Z', new Date('2027-03-02T15:30:00Z'))).toBe('hour_before')
    expect(at('2027-03-03T15:10:00Z', new Date('2027-03-03T15:05:00Z'))).toBeNull()
  })

  test('is for who was never asked', () => {
    expect(at('2027-03-02T16:00:00Z', null)).toBe('day_before')
  })

  test('given, is not due again before the next one', () => {
    const minutes = fc.integer({ min: -3000, max: 3000 })
    fc.assert(
      fc.property(minutes, minutes, (first, later) => {
        const moment = (offset: number) => new Date(neededBy.getTime() + offset * 60_000)
        const [asked, now] = [Math.min(first, later), Math.max(first, later)].map(moment)
        if (!asked || !now) return
        const before = reminderDue({ neededBy, now: asked, askedAt: longAgo })
        const after = reminderDue({ neededBy, now, askedAt: asked })
        if (before !== null) expect(after).not.toBe(before)
      }),
    )
  })
})
