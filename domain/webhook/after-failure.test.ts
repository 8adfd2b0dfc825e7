import { describe, expect, test } from 'vitest'
import { afterFailure, FAILS_AT_MOST_MS } from './after-failure.ts'

const failed = { attempt: 1, answer: 500, failingForMs: 0, retryAfterMs: null }

describe('after a failed attempt', () => {
  test('waits double from five seconds to an hour', () => {
    const waits = [1, 2, 3, 4, 10, 11, 40].map((attempt) => afterFailure({ ...failed, attempt }))
    expect(waits).toEqual(
      [5, 10, 20, 40, 2560, 3600, 3600].map((s) => ({ do: 'retry', inMs: s * 1000 })),
    )
  })

  test('waits longer when the receiver asks for it, an hour at most', () => {
    const wait = (retryAfterMs: number) => afterFailure({ ...failed, answer: 429, retryAfterMs })
    expect(wait(60_000)).toEqual({ do: 'retry', inMs: 60_000 })
    expect(wait(10)).toEqual({ do: 'retry', inMs: 5000 })
    expect(wait(86_400_000)).toEqual({ do: 'retry', inMs: 3_600_000 })
  })

  test('gives up a message that is called wrong, so that the others go on', () => {
    expect(afterFailure({ ...failed, answer: 422, attempt: 5 }).do).toBe('retry')
    expect(afterFailure({ ...failed, answer: 422, attempt: 6 })).toEqual({ do: 'give_up' })
  })

  test.each([401, 403, 404, 408, 429, 500, 503, null])(
    'keeps the message through %s, which says nothing of it',
    (answer) => {
      expect(afterFailure({ ...failed, answer, attempt: 30 }).do).toBe('retry')
    },
  )

  test('switches the webhook off when its receiver is gone or fails for three days', () => {
    expect(afterFailure({ ...failed, answer: 410 })).toEqual({ do: 'disable', because: 'gone' })
    const failingForMs = FAILS_AT_MOST_MS
    expect(afterFailure({ ...failed, failingForMs })).toEqual({ do: 'disable', because: 'failing' })
    expect(afterFailure({ ...failed, failingForMs: failingForMs - 1 }).do).toBe('retry')
  })
})
