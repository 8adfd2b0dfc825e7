import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from './direction.ts'
import { evaluate } from './evaluate.ts'
import { OFF, type ToggleState } from './state.ts'
import { contexts, expressions, states } from './testing/random-states.ts'

const usual = { offIsDangerous: false }
const swapped = { offIsDangerous: true }

function from(before: Partial<ToggleState>, after: Partial<ToggleState>) {
  return directionOf({ ...OFF, ...before }, { ...OFF, ...after }, usual)
}

/** Pairs of states that are often close to each other, since strangers are mostly `both`. */
const flips = fc.oneof(
  fc.tuple(states, states),
  fc.tuple(states, states, fc.subarray(Object.keys(OFF))).map(([before, other, gates]) => {
    const kept = Object.entries(before).map(([k, v]) =>
      gates.includes(k) ? [k, Object.entries(other).find(([name]) => name === k)?.[1]] : [k, v],
    )
    const after: ToggleState = { ...before, ...Object.fromEntries(kept) }
    return [before, after] as const
  }),
)

describe('the direction of a flip', () => {
  it('lets nobody in who was out when it narrows, takes nobody out when it widens', () => {
    const seen = { widens: 0, narrows: 0, both: 0, none: 0 }
    fc.assert(
      fc.property(flips, fc.array(contexts, { minLength: 5 }), ([before, after], asked) => {
        const direction = directionOf(before, after, usual)
        seen[direction] += 1
        for (const context of asked) {
          const was = evaluate({ key: 'claim_status', state: before }, context).enabled
          const is = evaluate({ key: 'claim_status', state: after }, context).enabled
          if (direction === 'narrows' || direction === 'none') expect(is && !was).toBe(false)
          if (direction === 'widens' || direction === 'none') expect(was && !is).toBe(false)
        }
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50)
  }, 60_000)

  it('is the opposite on the way back, and swaps for a toggle whose off is dangerous', () => {
    const opposite = { widens: 'narrows', narrows: 'widens', both: 'both', none: 'none' }
    fc.assert(
      fc.property(flips, ([before, after]) => {
        const direction = directionOf(before, after, usual)
        expect(directionOf(after, before, usual)).toBe(opposite[direction])
        expect(directionOf(before, after, swapped)).toBe(opposite[direction])
      }),
    )
  })

  it('goes by expressions only as far as All and Any show', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(expressions, expressions, contexts, (one, other, context) => {
        const pairs = [
          [{ Any: [one] }, { Any: [one, other] }],
          [{ All: [one, other] }, { All: [other] }],
          [one, { Any: [other, one] }],
          [one, other],
        ] as const
        for (const [before, after] of pairs) {
          const direction = from({ expression: before }, { expression: after })
          seen.add(direction)
          const key = 'claim_status'
          const was = evaluate({ key, state: { ...OFF, expression: before } }, context).enabled
          const is = evaluate({ key, state: { ...OFF, expression: after } }, context).enabled
          if (direction === 'widens') expect(was && !is).toBe(false)
          if (direction === 'narrows') expect(is && !was).toBe(false)
          if (direction === 'none') expect(is).toBe(was)
        }
      }),
      { numRuns: 2000 },
    )
    expect(seen).toContain('widens')
    expect(seen).toContain('both')
  }, 60_000)

  it.each([
    ['a higher percentage', { percentageOfActors: 10 }, { percentageOfActors: 25 }, 'widens'],
    ['a lower percentage', { percentageOfActors: 25 }, { percentageOfActors: 10 }, 'narrows'],
    ['an unset percentage put to 0', {}, { percentageOfActors: 0 }, 'none'],
    ['100 % of actors after on', { boolean: true }, { percentageOfActors: 100 }, 'narrows'],
    ['on after 100 % of actors', { percentageOfActors: 100 }, { boolean: true }, 'widens'],
    ['on after 100 % of the time', { percentageOfTime: 100 }, { boolean: true }, 'none'],
    ['named actors that become 100 %', { actors: ['ada'] }, { percentageOfActors: 100 }, 'widens'],
    ['named actors that become 50 %', { actors: ['ada'] }, { percentageOfActors: 50 }, 'both'],
    ['one name for another', { actors: ['ada'] }, { actors: ['ben'] }, 'both'],
    [
      'a name on top of 100 %',
      { percentageOfActors: 100 },
      { percentageOfActors: 100, actors: ['ada'] },
      'none',
    ],
    ['a new expression', {}, { expression: { Property: ['beta'] } }, 'widens'],
    ['an expression taken away', { expression: { Property: ['beta'] } }, {}, 'narrows'],
    [
      'another expression',
      { expression: { Property: ['beta'] } },
      { expression: { Property: ['staff'] } },
      'both',
    ],
    [
      'gates that an open boolean hides',
      { boolean: true },
      { boolean: true, actors: ['ada'] },
      'none',
    ],
  ] as const)('calls %s what it is', (_, before, after, direction) => {
    expect(from(before, after)).toBe(direction)
  })

  it('calls a flip that only puts off a dangerous-when-off toggle a widening', () => {
    expect(directionOf({ ...OFF, boolean: true }, OFF, swapped)).toBe('widens')
  })
})
