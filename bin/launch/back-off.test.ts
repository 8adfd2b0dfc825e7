import { describe, expect, it } from 'vitest'
import { failuresInARow, restartDelay } from './back-off.ts'

describe('starting again after a crash', () => {
  it('waits longer each time, and never longer than half a minute', () => {
    expect([1, 2, 3, 4, 7, 8, 1000].map(restartDelay)).toEqual([
      500, 1000, 2000, 4000, 30_000, 30_000, 30_000,
    ])
  })

  it('begins from the first wait again after a minute of steady running', () => {
    expect(failuresInARow(5, 1000)).toBe(6)
    expect(failuresInARow(5, 60_000)).toBe(1)
  })
})
