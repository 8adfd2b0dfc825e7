import { expect, test } from 'vitest'
import { revisionNamed, revisionTag } from './if-match.ts'

test.each([
  ['"3"', 3],
  ['3', 3],
  ['W/"3"', 3],
  [' "12" ', 12],
])('If-Match: %s names revision %i', (header, revision) => {
  expect(revisionNamed(header)).toBe(revision)
})

test.each([[null], [''], ['*'], ['"3'], ['0'], ['"-1"'], ['"3", "4"'], ['3.0'], ['9999999999']])(
  'If-Match: %s names none',
  (header) => {
    expect(() => revisionNamed(header)).toThrow(/If-Match/)
  },
)

test('a tag names its revision', () => {
  expect(revisionNamed(revisionTag(7))).toBe(7)
})
