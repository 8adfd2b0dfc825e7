import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, type Json } from './canonical.ts'

// RFC 8785, appendix B: the bits of a double and its text.
const NUMBERS: readonly (readonly [string, string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

function double(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE(0)
}

function isBeyondIntegers(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
}

describe('canonical JSON', () => {
  it.each(NUMBERS.filter(([bits]) => !isBeyondIntegers(double(bits))))(
    'writes the double %s as RFC 8785 does: %s',
    (bits, text) => {
      expect(canonical(double(bits))).toBe(text)
    },
  )

  it.each(NUMBERS.filter(([bits]) => isBeyondIntegers(double(bits))))(
    'refuses the double %s, an integer that other readers would round: %s',
    (bits, text) => {
      expect(String(double(bits))).toBe(text)
      expect(() => canonical(double(bits))).toThrow(RangeError)
    },
  )

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'refuses what is no number: %s',
    (bits) => {
      expect(() => canonical(double(bits))).toThrow(RangeError)
    },
  )

  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value: Json = {
      numbers: [333333333.3333333, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
    const value: Json = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const order = [...canonical(value).matchAll(/:"([^"]+)"/g)].map(([, word]) => word)
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('writes empty and nested values as the examples of the RFC do', () => {
    const value: Json = {
      '1': { f: { f: 'hi', F: 5 }, '\n': 56 },
      '10': {},
      '': 'empty',
      a: {},
      '111': [{ e: 'yes', E: 'no' }],
      A: {},
    }
    expect(canonical(value)).toBe(
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    )
    expect(canonical([56, { d: true, '10': null, '1': [] }])).toBe(
      '[56,{"1":[],"10":null,"d":true}]',
    )
  })

  it('refuses lone surrogates in values and in names', () => {
    expect(() => canonical('\ud800')).toThrow(RangeError)
    expect(() => canonical({ '\udead': 1 })).toThrow(RangeError)
    expect(canonical('\ud83d\ude00')).toBe('"😀"')
  })

  it('leaves undefined members out', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  const anyJson = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }).filter(hasCanonicalForm)

  it('is itself when read and written again, and reads back as the same value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const once = canonical(asJson(value))
        expect(canonical(JSON.parse(once))).toBe(once)
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonical(turnedRound(asJson(value)))).toBe(canonical(asJson(value)))
      }),
      { numRuns: 2000 },
    )
  })
})

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value))
}

function hasCanonicalForm(value: unknown): boolean {
  if (typeof value === 'number') return !isBeyondIntegers(value)
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, member]) => key.isWellFormed() && hasCanonicalForm(member),
  )
}

function turnedRound(value: Json): Json {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, member === undefined ? member : turnedRound(member)]),
  )
}
