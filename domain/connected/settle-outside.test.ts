import { expect, test } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { mayPutBack, settleOutside } from './settle-outside.ts'
import { tryAgainAfter } from './try-again.ts'

const share = (percentageOfActors: number) => ({ ...OFF, percentageOfActors })
const safe = { offIsDangerous: false }

test('a push goes over what others widened, and yields to what they narrowed', () => {
  expect(settleOutside({ there: share(50), wanted: share(10), ...safe })).toBe('push')
  expect(settleOutside({ there: OFF, wanted: share(10), ...safe })).toBe('adopt')
  const named = { ...OFF, actors: ['ada'] }
  expect(settleOutside({ there: named, wanted: share(10), ...safe })).toBe('adopt')
})

test('where off is the dangerous side the narrower of two is the one that lets more in', () => {
  const danger = { offIsDangerous: true }
  expect(settleOutside({ there: OFF, wanted: share(10), ...danger })).toBe('push')
  expect(settleOutside({ there: share(50), wanted: share(10), ...danger })).toBe('adopt')
})

test('only what others widened is put back', () => {
  expect(mayPutBack({ there: share(50), wanted: share(10), ...safe })).toBe(true)
  expect(mayPutBack({ there: OFF, wanted: share(10), ...safe })).toBe(false)
  expect(mayPutBack({ there: { ...OFF, actors: ['ada'] }, wanted: share(10), ...safe })).toBe(false)
})

test('what failed waits a second, then twice as long each time, a minute at most', () => {
  const waits = [1, 2, 3, 6, 7, 40].map((attempts) => tryAgainAfter(attempts, null))
  expect(waits).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
  expect(tryAgainAfter(1, 20_000)).toBe(20_000)
  expect(tryAgainAfter(1, 3_600_000)).toBe(300_000)
})
