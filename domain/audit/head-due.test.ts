import { expect, test } from 'vitest'
import { isHeadDue } from './head-due.ts'

const signedAt = Date.parse('2026-11-23T09:00:00Z')
const minutes = (count: number): number => signedAt + count * 60_000

test.each([
  ['an empty log has none', null, { size: 0, at: minutes(9) }, false],
  ['the first is due at once', null, { size: 1, at: minutes(0) }, true],
  ['not within five minutes', { size: 10, signedAt }, { size: 1009, at: minutes(4.9) }, false],
  ['after five minutes, also idle', { size: 10, signedAt }, { size: 10, at: minutes(5) }, true],
  ['after the clock was set back', { size: 10, signedAt }, { size: 10, at: minutes(-120) }, true],
  ['after 1,000 entries', { size: 10, signedAt }, { size: 1010, at: minutes(0) }, true],
])('%s', (_, last, now, isDue) => {
  expect(isHeadDue(last, now)).toBe(isDue)
})
