import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick, roundTo, snapToTick, valueAfterKey } from './snap-to-tick.ts'

const ticks = [
  { value: 1, label: 'Canary' },
  { value: 12.5, label: 'Stage 1' },
  { value: 50, label: 'Stage 2' },
]
const range = { min: 0, max: 100 }
const key = (name: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('letting the pointer go', () => {
  it('lands on a tick that is within reach, whole number or not', () => {
    expect(snapToTick(13.2, ticks, 1)).toBe(12.5)
    expect(snapToTick(0.4, ticks, 1)).toBe(1)
  })

  it('lands on a whole number where no tick is near', () => {
    expect(snapToTick(33.402, ticks, 1)).toBe(33)
  })

  it('takes the nearer of two ticks', () => {
    const near = [
      { value: 10, label: 'A' },
      { value: 11, label: 'B' },
    ]
    expect(snapToTick(10.6, near, 2)).toBe(11)
  })

  it('never goes further than the reach or half a step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        expect(Math.abs(snapToTick(value, ticks, 1) - value)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('keys', () => {
  it('move by 1, with Shift by 0.1, with Alt by 0.001', () => {
    expect(valueAfterKey(key('ArrowRight'), 10, ticks, range)).toBe(11)
    expect(valueAfterKey(key('ArrowDown', { shiftKey: true }), 10, ticks, range)).toBe(9.9)
    expect(valueAfterKey(key('ArrowUp', { altKey: true }), 10, ticks, range)).toBe(10.001)
  })

  it('go from tick to tick by page, and past the last to the end', () => {
    expect(valueAfterKey(key('PageUp'), 1, ticks, range)).toBe(12.5)
    expect(valueAfterKey(key('PageUp'), 50, ticks, range)).toBe(100)
    expect(valueAfterKey(key('PageDown'), 1, ticks, range)).toBe(0)
    expect(nextTick(30, [], -1, range)).toBe(0)
  })

  it('stop at the ends', () => {
    expect(valueAfterKey(key('ArrowRight'), 99.5, ticks, range)).toBe(100)
    expect(valueAfterKey(key('ArrowLeft'), 0, ticks, range)).toBe(0)
    expect(valueAfterKey(key('Home'), 40, ticks, range)).toBe(0)
    expect(valueAfterKey(key('End'), 40, ticks, range)).toBe(100)
  })

  it('leave to the browser what is not the slider’s', () => {
    expect(valueAfterKey(key('Tab'), 40, ticks, range)).toBeNull()
  })
})

describe('rounding', () => {
  it('keeps three decimals and no dust of binary fractions', () => {
    expect(roundTo(0.1 + 0.2, 3)).toBe(0.3)
    expect(roundTo(66.66666, 3)).toBe(66.667)
  })
})
