import { expect, test } from 'vitest'
import { askedWord } from './asked-word.ts'

test('a word of an address is taken once, trimmed and no longer than it may be', () => {
  expect(askedWord('  Ada ')).toBe('Ada')
  expect(askedWord('  ')).toBeUndefined()
  expect(askedWord(['Ada', 'Ben'])).toBeUndefined()
  expect(askedWord('Whitcombe', 4)).toBe('Whit')
})
