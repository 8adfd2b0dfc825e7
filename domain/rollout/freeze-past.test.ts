import { describe, expect, it } from 'vitest'
import type { FreezeTimes } from './freeze.ts'
import { pastWindows } from './freeze-past.ts'

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour))
const once = (from: Date, until: Date): FreezeTimes => ({
  startsAt: from,
  endsAt: until,
  recurrence: null,
})
const told = (windows: ReturnType<typeof pastWindows>) =>
  windows.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])
const stretch = (from: Date, until: Date) => [from.toISOString(), until.toISOString()]

describe('when a freeze really stood', () => {
  const holiday = once(at(10), at(14))

  it('is its window, as far as one looks', () => {
    const versions = [{ since: at(1), times: holiday, stood: true }]
    expect(told(pastWindows(versions, at(1), at(20)))).toEqual([stretch(at(10), at(14))])
    expect(told(pastWindows(versions, at(11), at(12)))).toEqual([stretch(at(11), at(12))])
    expect(pastWindows(versions, at(15), at(20))).toEqual([])
  })

  it('ends where it was lifted, and never was when it was lifted before', () => {
    const liftedAt = (since: Date) => [
      { since: at(1), times: holiday, stood: true },
      { since, times: holiday, stood: false },
    ]
    expect(told(pastWindows(liftedAt(at(11, 9)), at(1), at(20)))).toEqual([
      stretch(at(10), at(11, 9)),
    ])
    expect(pastWindows(liftedAt(at(5)), at(1), at(20))).toEqual([])
  })

  it('begins where it was set, whatever its beginning says', () => {
    const versions = [{ since: at(12, 6), times: holiday, stood: true }]
    expect(told(pastWindows(versions, at(1), at(20)))).toEqual([stretch(at(12, 6), at(14))])
  })

  it('is one window still when a change left it standing, and follows a change of its times', () => {
    const reworded = [
      { since: at(1), times: holiday, stood: true },
      { since: at(12), times: holiday, stood: true },
    ]
    expect(told(pastWindows(reworded, at(1), at(20)))).toEqual([stretch(at(10), at(14))])
    const longer = [
      { since: at(1), times: holiday, stood: true },
      { since: at(12), times: once(at(10), at(16)), stood: true },
    ]
    expect(told(pastWindows(longer, at(1), at(20)))).toEqual([stretch(at(10), at(16))])
  })

  it('comes again and again until it is lifted', () => {
    const weekends: FreezeTimes = {
      startsAt: new Date('2026-11-06T22:00:00Z'),
      endsAt: new Date('2026-11-09T13:00:00Z'),
      recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR', timeZone: 'America/New_York' },
    }
    const versions = [
      { since: at(2), times: weekends, stood: true },
      { since: at(22), times: weekends, stood: false },
    ]
    expect(told(pastWindows(versions, at(1), at(30)))).toEqual([
      ['2026-11-06T22:00:00.000Z', '2026-11-09T13:00:00.000Z'],
      ['2026-11-13T22:00:00.000Z', '2026-11-16T13:00:00.000Z'],
      ['2026-11-20T22:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ])
  })
})
