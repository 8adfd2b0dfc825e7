import { expect, test } from 'vitest'
import { reviewItems } from './review-items.ts'

test('a review says open overrides first, then how much is unread', () => {
  const due = { entries: 1412, open_overrides: 2, last: '2027-02-03T10:00:00.000Z' }
  expect(reviewItems(due)).toMatchObject([
    {
      href: '/audit/review',
      word: 'Open',
      detail: '2 overrides are open; 1,412 entries, since your last review',
      at: due.last,
    },
  ])
  expect(reviewItems({ entries: 1, open_overrides: 0, last: null })).toMatchObject([
    { word: 'Waiting', detail: '1 entry, never reviewed' },
  ])
  expect(reviewItems(null)).toEqual([])
})
