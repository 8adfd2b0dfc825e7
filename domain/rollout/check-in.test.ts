import { expect, test } from 'vitest'
import { checkInState, dueOn, isPlansDay } from './check-in.ts'
import { checkInText } from './check-in-text.ts'

test.each([
  ['one_week', '2026-11-22T23:30:00Z', '2026-11-29'],
  ['one_month', '2026-11-22T23:30:00Z', '2026-12-22'],
  ['one_month', '2027-01-31T09:00:00Z', '2027-02-28'],
] as const)('%s after %s is due on %s', (which, full, due) => {
  expect(dueOn(which, new Date(full), null)).toBe(due)
})

test.each([
  [{ year: 2026, month: 12, day: 4 }, '2026-12-04'],
  [{ year: 2026, month: 11, day: 22 }, '2026-11-22'],
  [{ year: null, month: 12, day: 4 }, '2026-12-04'],
  [{ year: null, month: 1, day: 8 }, '2027-01-08'],
])('the plan says %j: due on %s', (planned, due) => {
  const full = new Date('2026-11-22T23:30:00Z')
  expect(dueOn('one_week', full, planned)).toBe(due)
  expect(isPlansDay('one_week', full, planned)).toBe(true)
})

test.each([{ year: 2026, month: 11, day: 21 }, { year: 2026, month: 11, day: 31 }, null])(
  'a day before the full rollout, or that no calendar has, gives way to a week: %j',
  (planned) => {
    const full = new Date('2026-11-22T23:30:00Z')
    expect(dueOn('one_week', full, planned)).toBe('2026-11-29')
    expect(isPlansDay('one_week', full, planned)).toBe(false)
  },
)

test.each([
  [null, false, '2026-11-22', 'waiting'],
  ['2026-11-29', false, '2026-11-28', 'upcoming'],
  ['2026-11-29', false, '2026-11-29', 'due'],
  ['2026-11-29', false, '2026-11-30', 'overdue'],
  ['2026-11-29', true, '2026-12-30', 'recorded'],
] as const)('due %s, recorded %s, on %s: %s', (due, recorded, today, state) => {
  expect(checkInState(due, recorded, today)).toBe(state)
})

test('a check-in is written as a list, one line for each thing whatever was typed', () => {
  const text = checkInText({
    users: 1200,
    metrics: [
      {
        name: 'Error rate',
        comparator: '<',
        threshold: 1,
        threshold_to: null,
        unit: '%',
        actual: 0.4,
        link: 'https://dash.example.gov/errors',
      },
    ],
    errors: 2,
    errorsNote: 'Timeouts\n## and more',
    note: undefined,
  })
  expect(text.split('\n')).toEqual([
    '- Number of unique users: 1200',
    '- Error rate: 0.4 % (wanted < 1 %, met), seen at <https://dash.example.gov/errors>',
    '- Types of errors logged: 2; Timeouts ## and more',
  ])
})
