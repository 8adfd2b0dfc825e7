import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf } from './direction.ts'
import { narrowTo } from './narrow-to.ts'
import { OFF } from './state.ts'
import { states } from './testing/random-states.ts'

const usual = { offIsDangerous: false }

describe('narrowing to a target', () => {
  test('never widens, whatever stood there', () => {
    const targets = fc.oneof(
      fc.constant('off' as const),
      fc.integer({ min: 0, max: 99_999 }).map((n) => ({ percentage: n / 1000 })),
    )
    fc.assert(
      fc.property(states, targets, (state, target) => {
        expect(['narrows', 'none']).toContain(directionOf(state, narrowTo(state, target), usual))
      }),
      { numRuns: 2000 },
    )
  })

  test('off closes every gate', () => {
    expect(narrowTo({ ...OFF, actors: ['ada'], percentageOfActors: 40 }, 'off')).toEqual(OFF)
  })

  test('a share lowers what is above it, leaves what is below, and keeps who is named', () => {
    const state = { ...OFF, actors: ['ada'], percentageOfActors: 40 }
    expect(narrowTo(state, { percentage: 10 })).toEqual({ ...state, percentageOfActors: 10 })
    expect(narrowTo(state, { percentage: 50 })).toEqual(state)
  })

  test('what was on for everybody is on for that share of actors', () => {
    expect(narrowTo({ ...OFF, boolean: true }, { percentage: 5 })).toEqual({
      ...OFF,
      percentageOfActors: 5,
    })
  })
})
