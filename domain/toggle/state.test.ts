import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeState } from './describe-state.ts'
import {
  applyPatch,
  isSameState,
  OFF,
  stateFromJson,
  statePatchSchema,
  stateToJson,
  stateWord,
  toggleStateSchema,
} from './state.ts'
import { states } from './testing/random-states.ts'

const json = stateToJson(OFF)

function problems(change: Record<string, unknown>): string[] {
  const read = toggleStateSchema.safeParse({ ...json, ...change })
  return read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
}

describe('a state in JSON', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(states, (state) => {
        const again: unknown = JSON.parse(JSON.stringify(stateToJson(state)))
        expect(isSameState(stateFromJson(again), state)).toBe(true)
      }),
    )
  })

  it('puts names in order and drops doubles', () => {
    const state = stateFromJson({ ...json, actors: ['fern', 'ada', 'fern'], groups: ['b', 'a'] })
    expect(state.actors).toEqual(['ada', 'fern'])
    expect(state.groups).toEqual(['a', 'b'])
  })

  it('takes percentages to three decimals and says what is wrong with others', () => {
    for (const p of [0, 0.001, 4.35, 33.333, 99.999, 100, null])
      expect(problems({ percentage_of_actors: p })).toEqual([])
    expect(problems({ percentage_of_actors: 100.001 })).toEqual([
      'percentage_of_actors: A percentage is at most 100.',
    ])
    expect(problems({ percentage_of_time: -1 })).toEqual([
      'percentage_of_time: A percentage is at least 0.',
    ])
    expect(problems({ percentage_of_time: 0.0001 })).toEqual([
      'percentage_of_time: A percentage has three decimals at most.',
    ])
    expect(problems({ percentage_of_actors: '25' })).toEqual([
      'percentage_of_actors: A percentage is a number from 0 to 100.',
    ])
  })

  it('refuses names that are empty, too long, too many or cannot be stored', () => {
    expect(problems({ actors: [''] })).toEqual(['actors.0: An empty actor cannot be named.'])
    expect(problems({ actors: ['x'.repeat(1001)] })).toHaveLength(1)
    expect(problems({ actors: ['a\0b'] })).toHaveLength(1)
    expect(problems({ groups: ['\ud800'] })).toHaveLength(1)
    const many = Array.from({ length: 10_001 }, (_, i) => `${i}`)
    expect(problems({ actors: many })).toEqual(['actors: A toggle names 10000 actors at most.'])
  })

  it('refuses unknown gates and a missing one', () => {
    expect(problems({ percentage: 5 })).toHaveLength(1)
    expect(() => stateFromJson({ boolean: true })).toThrow()
  })

  it('says what is wrong with an expression in the words of the expression', () => {
    expect(problems({ expression: { All: [] } })).toEqual([
      'expression: All takes 1 to 500 arguments, not 0.',
    ])
    const state = stateFromJson({ ...json, expression: { Property: 'plan' } })
    expect(state.expression).toEqual({ Property: ['plan'] })
  })

  it('can be described by JSON Schema for the API', () => {
    const schema = z.toJSONSchema(statePatchSchema)
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(json))
  })
})

describe('the word for a state', () => {
  it.each([
    [{}, 'off', 'off'],
    [{ percentageOfActors: 0, percentageOfTime: 0 }, 'off', 'off'],
    [{ boolean: true }, 'on', 'on'],
    [{ percentageOfTime: 100 }, 'on', 'on'],
    [{ percentageOfActors: 100 }, 'conditional', '100 % of actors'],
    [{ percentageOfTime: 5 }, 'conditional', '5 % of the time'],
    [{ groups: ['staff'] }, 'conditional', 'the group staff'],
    [{ actors: ['ada'] }, 'conditional', '1 named actor'],
    [{ expression: { Property: ['beta'] } }, 'conditional', 'whoever an expression matches'],
    [
      { percentageOfActors: 25, actors: ['ada', 'ben', 'fern'] },
      'conditional',
      '25 % of actors and 3 named actors',
    ],
    [
      { percentageOfActors: 0.5, actors: ['ada'], groups: ['staff', 'testers'] },
      'conditional',
      '0.5 % of actors, 1 named actor and 2 groups',
    ],
  ] as const)('reads %o as %s: %s', (state, word, words) => {
    expect(stateWord({ ...OFF, ...state })).toBe(word)
    expect(describeState({ ...OFF, ...state })).toBe(words)
  })
})

describe('the patch of a flip', () => {
  const quarter = { ...OFF, percentageOfActors: 25, actors: ['ada'], groups: ['staff'] }

  it('touches only the gates that it names', () => {
    expect(applyPatch(quarter, { percentage_of_actors: 50 })).toEqual({
      ...quarter,
      percentageOfActors: 50,
    })
    expect(applyPatch(quarter, {})).toEqual(quarter)
  })

  it('unsets a gate given as null', () => {
    expect(applyPatch(quarter, { percentage_of_actors: null }).percentageOfActors).toBeNull()
  })

  it('clears the other gates on full enable, as Flipper does', () => {
    expect(applyPatch(quarter, { boolean: true })).toEqual({ ...OFF, boolean: true })
  })

  it('clears every gate on disable, as Flipper does', () => {
    expect(applyPatch({ ...quarter, boolean: true }, { boolean: false })).toEqual(OFF)
  })

  it('sets the gates given beside a boolean after clearing the others', () => {
    expect(applyPatch(quarter, { boolean: false, percentage_of_actors: 10 })).toEqual({
      ...OFF,
      percentageOfActors: 10,
    })
  })

  it('leads from any state to any other when it names every gate', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        expect(applyPatch(before, stateToJson(after))).toEqual(after)
      }),
    )
  })
})
