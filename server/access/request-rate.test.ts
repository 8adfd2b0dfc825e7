import { expect, test } from 'vitest'
import { requestRate } from './request-rate.ts'

test('so many at once, then as many as a minute gives back, each caller by themselves', () => {
  const wait = requestRate(60)
  const first = Array.from({ length: 60 }, () => wait('person:tomas', 1000))
  expect(first.every((seconds) => seconds === 0)).toBe(true)
  expect(wait('person:tomas', 1000)).toBe(1)
  expect(wait('person:priya', 1000)).toBe(0)
  expect(wait('person:tomas', 2000)).toBe(0)
  expect(wait('person:tomas', 2000)).toBe(1)
  expect(wait('person:tomas', 600_000)).toBe(0)
})

test('where little is allowed it says how long to wait', () => {
  const wait = requestRate(2)
  wait('service:pipeline', 0)
  wait('service:pipeline', 0)
  expect(wait('service:pipeline', 0)).toBe(30)
  expect(wait('service:pipeline', 20_000)).toBe(10)
  expect(wait('service:pipeline', 30_000)).toBe(0)
})
