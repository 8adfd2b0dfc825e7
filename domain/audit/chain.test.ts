import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GENESIS, leafOf, linkHash } from './chain.ts'
import vectors from './chain-vectors.json' with { type: 'json' }

describe('the chain', () => {
  it('starts where the database starts it', () => {
    expect(GENESIS).toBe(vectors.genesis)
    expect(vectors.links[0]?.prev).toBe(vectors.genesis)
  })

  it.each(vectors.links)(
    'has the leaf and the hash that PostgreSQL computed for seq $seq',
    (link) => {
      expect(leafOf(link.payload)).toBe(link.leaf)
      expect(
        linkHash({
          prev: link.prev,
          seq: BigInt(link.seq),
          sealedAtMicros: BigInt(link.sealed_at_micros),
          leaf: link.leaf,
        }),
      ).toBe(link.hash)
    },
  )

  it('links each pinned entry to the one before', () => {
    const hashes = [vectors.genesis, ...vectors.links.map(({ hash }) => hash)]
    expect(vectors.links.map(({ prev }) => prev)).toEqual(hashes.slice(0, -1))
  })

  it('changes when anything that it covers changes', () => {
    const digest = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((b) => Buffer.from(b).toString('hex'))
    const int8 = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
    const link = fc.record({ prev: digest, seq: int8, sealedAtMicros: int8, leaf: digest })
    fc.assert(
      fc.property(link, link, (one, other) => {
        const same = Object.entries(one).every(([key, value]) =>
          Object.entries(other).some(([k, v]) => k === key && v === value),
        )
        expect(linkHash(one) === linkHash(other)).toBe(same)
        for (const part of ['prev', 'seq', 'sealedAtMicros', 'leaf'] as const) {
          const mixed = { ...one, [part]: other[part] }
          expect(linkHash(mixed) === linkHash(one)).toBe(one[part] === other[part])
        }
      }),
    )
  })

  it('refuses what is no digest and numbers beyond eight bytes', () => {
    const good = { prev: GENESIS, seq: 1n, sealedAtMicros: 0n, leaf: GENESIS }
    expect(() => linkHash({ ...good, prev: 'ab' })).toThrow(RangeError)
    expect(() => linkHash({ ...good, leaf: GENESIS.toUpperCase() })).toThrow(RangeError)
    expect(() => linkHash({ ...good, seq: 2n ** 63n })).toThrow(RangeError)
  })
})
