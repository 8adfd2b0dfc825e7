import { describe, expect, it } from 'vitest'
import { ageWords, dateWords, exactWords, relativeWords, spanEnds } from './time-words.ts'

const now = new Date('2026-03-15T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('relative words', () => {
  it.each([
    [59_999, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [hour, '1 hour ago'],
    [23 * hour + 59 * minute, '23 hours ago'],
    [day, '1 day ago'],
    [13 * day, '13 days ago'],
    [14 * day, '1 March'],
    [-1, 'in a moment'],
    [-5 * minute, 'in 5 minutes'],
    [-59 * minute - 59_000, 'in 1 hour'],
    [-hour, 'in 1 hour'],
    [-90 * minute, 'in 1 hour 30 minutes'],
    [-5 * hour - 59 * minute - 40_000, 'in 6 hours'],
    [-23 * hour - 59 * minute, 'in 1 day'],
    [-29 * hour, 'in 1 day 5 hours'],
    [-2 * day + 1, 'in 2 days'],
    [-3 * day + 1, 'in 3 days'],
    [-3 * day, 'in 3 days'],
    [-5 * day - 20 * hour, 'in 6 days'],
    [-20 * day, '4 April'],
  ])('of %i milliseconds are "%s"', (milliseconds, words) => {
    expect(relativeWords(ago(milliseconds), now)).toBe(words)
  })

  it('name the year when it is another', () => {
    expect(relativeWords(new Date('2025-12-31T23:59:59Z'), now)).toBe('31 December 2025')
  })
})

describe('the age of what stands', () => {
  it.each([
    [30_000, '0 minutes'],
    [90 * minute, '1 hour'],
    [47 * day, '47 days'],
    [-minute, '0 minutes'],
  ])('after %i milliseconds is "%s"', (milliseconds, words) => {
    expect(ageWords(ago(milliseconds), now)).toBe(words)
  })
})

describe('exact words', () => {
  it('are in UTC, to the second', () => {
    expect(exactWords(new Date('2026-03-03T09:02:05-05:00'))).toBe('3 March 2026, 14:02:05 UTC')
  })

  it('name the day of UTC, not of the reader', () => {
    expect(dateWords(new Date('2026-03-03T23:30:00-05:00'))).toBe('4 March 2026')
  })
})

describe('the ends of a span', () => {
  it.each([
    ['2026-03-15T12:00:00Z', '2026-03-17T09:00:00Z', '15 March 2026', '17 March 2026'],
    ['2026-03-15T09:05:00Z', '2026-03-15T12:00:30Z', '15 March 2026, 09:05 UTC', '12:00 UTC'],
    ['2026-03-15T09:05:01Z', '2026-03-15T09:05:30Z', '15 March 2026, 09:05:01 UTC', '09:05:30 UTC'],
  ])('from %s to %s are %s and %s', (from, until, left, right) => {
    expect(spanEnds(new Date(from), new Date(until))).toEqual([left, right])
  })
})
