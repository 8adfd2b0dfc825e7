import { expect, test } from 'vitest'
import { KINDS_OF_ENTRIES } from '../../domain/audit/describe.ts'
import { isWorded, sortsOf, sortWords } from './sort-words.ts'

test('every sort of entry has words of its own, and no two the same', () => {
  const sorts = sortsOf(KINDS_OF_ENTRIES)
  expect(sorts.filter(({ value }) => !isWorded(value))).toEqual([])
  expect(new Set(sorts.map(({ label }) => label)).size).toBe(sorts.length)
})

test('one kind is told by its name', () => {
  expect(sortWords('toggle')).toBe('Toggles and flips')
  expect(sortWords('toggle.rolled_back')).toBe('Toggle rolled back')
})
