import { expect, test } from 'vitest'
import { bodyOf, draftOf, emptyDraft } from './freeze-draft.ts'

const weekend = {
  ...emptyDraft('America/New_York'),
  from: '2026-12-04T17:00',
  to: '2026-12-07T08:00',
  again: 'weekly' as const,
  until: '2027-03-31',
  reason: ' Nobody is on call ',
}

test('a form becomes what the API takes, on the wall clock of its zone', () => {
  expect(bodyOf(weekend)).toEqual({
    starts_at: '2026-12-04T22:00:00.000Z',
    ends_at: '2026-12-07T13:00:00.000Z',
    reason: 'Nobody is on call',
    environments: [],
    team: null,
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270331', time_zone: 'America/New_York' },
    override_allowed: true,
  })
  expect(bodyOf({ ...weekend, again: 'once' }).recurrence).toBeNull()
})

test('a freeze becomes its form and the same again', () => {
  const body = bodyOf({ ...weekend, until: '' })
  const words = 'every Friday 17:00 to Monday 08:00, America/New_York'
  const freeze = {
    ...body,
    recurrence: body.recurrence && { ...body.recurrence, words },
    id: 'a',
    set_by: 'Grace Okafor',
    version: 1,
    next: [],
    stands: false,
  }
  expect(bodyOf(draftOf(freeze))).toEqual(body)
})

test('a zone that is none is not understood', () => {
  expect(() => bodyOf({ ...weekend, zone: 'Moon/Base' })).toThrow(RangeError)
})
