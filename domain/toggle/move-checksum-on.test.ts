import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveOn } from './move-checksum-on.ts'

it('gives the checksum of both texts in a row, whatever they hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 200, maxLength: 1000 }),
  )
  fc.assert(
    fc.property(text, text, (first, second) => {
      const moved = moveOn(crc32(first), Buffer.byteLength(second))
      expect((moved ^ crc32(second)) >>> 0).toBe(crc32(first + second))
    }),
  )
})
