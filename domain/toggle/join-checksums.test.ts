import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factorOf, joinChecksums } from './join-checksums.ts'

it('gives the checksum of both texts in a row, whatever they hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 300, maxLength: 9000 }),
  )
  fc.assert(
    fc.property(text, text, (first, second) => {
      const factor = factorOf(Buffer.byteLength(second))
      expect(joinChecksums(crc32(first), factor, crc32(second))).toBe(crc32(first + second))
    }),
  )
})
