import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

const items = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `id-${at}` }))

test('page after page gives the whole list once, in its order', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 8 }), (n, limit) => {
      const seen: { id: string }[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { shown, next_cursor } = pageOf(items(n), { cursor, limit })
        expect(shown.length).toBeLessThanOrEqual(limit)
        seen.push(...shown)
        cursor = next_cursor
      }
      expect(seen).toEqual(items(n))
    }),
  )
})

test('without a limit at most 200 are given, and a cursor that is gone is refused', () => {
  const { shown, next_cursor } = pageOf(items(201), {})
  expect([shown.length, next_cursor]).toEqual([200, 'id-199'])
  expect(() => pageOf(items(3), { cursor: 'id-7' })).toThrow('begin again')
})
