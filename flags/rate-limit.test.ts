import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

describe('the limit of requests', () => {
  it('lets twice the rate through at once, then the rate', () => {
    const limit = rateLimit(10)
    const at = (now: number, count: number) =>
      Array.from({ length: count }, () => limit('token', now)).filter((wait) => wait === 0).length
    expect(at(0, 50)).toBe(20)
    expect(at(1000, 50)).toBe(10)
    expect(at(1100, 50)).toBe(1)
    expect(at(60_000, 50)).toBe(20)
  })

  it('is each caller’s own', () => {
    const limit = rateLimit(1)
    expect([limit('a', 0), limit('a', 0), limit('a', 0), limit('b', 0)]).toEqual([0, 0, 1, 0])
  })

  it('gives whole seconds after which the next request goes through', () => {
    const limit = rateLimit(0.1)
    limit('a', 0)
    const wait = limit('a', 0)
    expect(wait).toBe(10)
    expect(limit('a', wait * 1000)).toBe(0)
  })

  it('is not fooled by a clock that goes back', () => {
    const limit = rateLimit(1)
    limit('a', 10_000)
    limit('a', 10_000)
    expect(limit('a', 0)).toBeGreaterThan(0)
    expect(limit('a', 1000)).toBeGreaterThan(0)
  })
})
