import { expect, test } from 'vitest'
import { sectionsNow } from './sections-now.ts'
import { revision } from './testing/sign-offs.ts'

test('a section is as old as the last edit of it', () => {
  const contents = sectionsNow([
    revision(1),
    revision(2, { stages: 'moved' }),
    revision(3, { stages: 'moved', rollback: 'written' }),
  ])
  expect(contents.toggles).toEqual({ hash: 'same', since: 1 })
  expect(contents.stages).toEqual({ hash: 'moved', since: 2 })
  expect(contents.rollback).toEqual({ hash: 'written', since: 3 })
})

test('a section that was changed and changed back is as old as the way back', () => {
  const contents = sectionsNow([revision(1), revision(2, { uat: 'other' }), revision(3)])
  expect(contents.uat).toEqual({ hash: 'same', since: 3 })
})

test('where the look back begins late, everything is at least that new', () => {
  expect(sectionsNow([revision(4), revision(5)]).validation.since).toBe(4)
})

test.each([
  ['no revision', []],
  ['a gap', [revision(1), revision(3)]],
  ['the wrong order', [revision(2), revision(1)]],
])('%s is a fault', (_, revisions) => {
  expect(() => sectionsNow(revisions)).toThrow(RangeError)
})
