import { expect, test } from 'vitest'
import { clockWords, limitWords } from './clock-words.ts'

test.each([
  [-5, '0:00'],
  [0, '0:00'],
  [999, '0:00'],
  [65_000, '1:05'],
  [3_729_000, '1:02:09'],
])('%i ms are %s', (milliseconds, words) => {
  expect(clockWords(milliseconds)).toBe(words)
})

test.each([
  [60_000, null, ''],
  [60_000, 3, 'of 3:00'],
  [180_999, 3, 'of 3:00'],
  [200_000, 3, '0:20 over 3:00'],
])('%i ms against %s minutes: "%s"', (milliseconds, minutes, words) => {
  expect(limitWords(milliseconds, minutes)).toBe(words)
})
