import { describe, expect, test } from 'vitest'
import { stalenessOf } from './staleness.ts'

const now = new Date('2026-12-01T00:00:00Z')
const seen = (environment: Partial<Parameters<typeof stalenessOf>[0][number]>) => ({
  protected: false,
  state: 'off' as const,
  percentage_of_actors: null,
  changed_at: '2026-10-01T00:00:00.000Z',
  ...environment,
})

describe('a toggle is stale', () => {
  test('once it was open to everybody in production for 30 days', () => {
    const production = seen({
      protected: true,
      state: 'on',
      changed_at: '2026-11-01T00:00:00.000Z',
    })
    expect(stalenessOf([seen({}), production], now)).toEqual({
      kind: 'fully_on',
      since: '2026-11-01T00:00:00.000Z',
      days: 30,
    })
    const later = { ...production, changed_at: '2026-11-01T00:00:00.001Z' }
    expect(stalenessOf([seen({}), later], now)).toBeNull()
  })

  test('at 100 % of actors as much as on', () => {
    const production = seen({ protected: true, state: 'conditional', percentage_of_actors: 100 })
    expect(stalenessOf([production], now)?.kind).toBe('fully_on')
  })

  test('once it was off everywhere for 90 days', () => {
    const old = { changed_at: '2026-08-31T00:00:00.000Z' }
    expect(stalenessOf([seen(old), seen({ ...old, protected: true })], now)).toMatchObject({
      kind: 'off_everywhere',
      days: 92,
    })
    expect(stalenessOf([seen({}), seen({ protected: true })], now)).toBeNull()
  })

  test('not while it is partly open', () => {
    const partly = seen({ protected: true, state: 'conditional', percentage_of_actors: 50 })
    expect(stalenessOf([seen({ state: 'on' }), partly], now)).toBeNull()
    expect(stalenessOf([], now)).toBeNull()
  })
})
