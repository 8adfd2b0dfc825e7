import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, readDecimal, stepped } from './decimal.ts'

const percent = { min: 0, max: 100, decimals: 3 }

describe('reading a number that a person wrote', () => {
  it.each([
    ['25', 25],
    ['12,5', 12.5],
    [' 0.001 % ', 0.001],
    ['.5', 0.5],
    ['7.', 7],
    ['-3', -3],
  ])('takes "%s"', (text, value) => {
    expect(readDecimal(text)).toBe(value)
  })

  it.each(['', ' ', '%', '.', 'ten', '1.2.3', '1,000.5', '1e2', '0x10', 'Infinity', '5 %%'])(
    'does not guess at "%s"',
    (text) => {
      expect(readDecimal(text)).toBeNull()
    },
  )

  it('reads back every number it can be asked to show', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
        const value = thousandths / 1000
        expect(readDecimal(String(value))).toBe(value)
        expect(fits(value, percent)).toBe(true)
      }),
    )
  })
})

describe('fitting a range', () => {
  it('takes no more than its decimals and nothing past its ends', () => {
    expect(fits(12.345, percent)).toBe(true)
    expect(fits(12.3456, percent)).toBe(false)
    expect(fits(100.001, percent)).toBe(false)
    expect(fits(-0.001, percent)).toBe(false)
  })
})

describe('stepping', () => {
  it('leaves no dust of binary fractions and stops at the ends', () => {
    expect(stepped(0.1, 0.2, percent)).toBe(0.3)
    expect(stepped(99.5, 1, percent)).toBe(100)
    expect(stepped(0, -1, percent)).toBe(0)
  })
})
