import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from '../toggle/direction.ts'
import { OFF, type ToggleState } from '../toggle/state.ts'
import { pushSteps } from './push-steps.ts'
import { asThere, isSameThere } from './same-there.ts'

const can = { expressions: true, offIsDangerous: false }
const state = (gates: Partial<ToggleState>): ToggleState => ({ ...OFF, ...gates })
const requests = (there: ToggleState | null, wanted: ToggleState, options = can) =>
  pushSteps('new_form', there, wanted, options).map(
    ({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`,
  )

const anyNames = fc.uniqueArray(fc.constantFrom('ada', 'ben', 'fern', 'quentin'), { maxLength: 3 })
const anyShare = fc.option(fc.constantFrom(0, 0.5, 10, 25, 100))
const anyState: fc.Arbitrary<ToggleState> = fc.record({
  boolean: fc.boolean(),
  actors: anyNames.map((names) => names.toSorted()),
  groups: anyNames.map((names) => names.toSorted()),
  percentageOfActors: anyShare,
  percentageOfTime: anyShare,
  expression: fc.constantFrom(null, { Boolean: [true] }, { Equal: [{ Property: ['plan'] }, 'a'] }),
})

describe('the requests of a push', () => {
  it('are none where nothing differs, 0 % being as good as none', () => {
    expect(requests(state({ percentageOfActors: 0 }), OFF)).toEqual([])
  })

  it('make a feature that is not there, and send percentages as texts', () => {
    expect(requests(null, state({ percentageOfActors: 12.345 }))).toEqual([
      'POST /features {"name":"new_form"}',
      'POST /features/new_form/percentage_of_actors {"percentage":"12.345"}',
    ])
  })

  it('turn a feature off in one', () => {
    const wide = state({ percentageOfActors: 50, actors: ['ada', 'ben'], groups: ['admins'] })
    expect(requests(wide, OFF)).toEqual(['DELETE /features/new_form/clear null'])
  })

  it('take people out before they let others in, and the other way round where off is dangerous', () => {
    const there = state({ actors: ['ada'], percentageOfActors: 50 })
    const wanted = state({ actors: ['ben'], percentageOfActors: 10 })
    const forward = [
      'DELETE /features/new_form/actors {"flipper_id":"ada"}',
      'POST /features/new_form/percentage_of_actors {"percentage":"10"}',
      'POST /features/new_form/actors {"flipper_id":"ben"}',
    ]
    expect(requests(there, wanted)).toEqual(forward)
    expect(requests(there, wanted, { ...can, offIsDangerous: true })).toEqual([
      forward[2],
      forward[0],
      forward[1],
    ])
  })

  it('set the other gates again after the boolean, which clears them', () => {
    const both = state({ boolean: true, actors: ['ada'] })
    expect(requests(state({ actors: ['ada'] }), both)).toEqual([
      'POST /features/new_form/boolean {}',
      'POST /features/new_form/actors {"flipper_id":"ada"}',
    ])
    expect(requests(both, state({ actors: ['ada'] }))).toEqual([
      'DELETE /features/new_form/boolean {}',
      'POST /features/new_form/actors {"flipper_id":"ada"}',
    ])
  })

  it('leave the expression out where the server has none', () => {
    const wanted = state({ expression: { Boolean: [true] }, percentageOfTime: 5 })
    expect(requests(OFF, wanted, { ...can, expressions: false })).toEqual([
      'POST /features/new_form/percentage_of_time {"percentage":"5"}',
    ])
  })

  it('escape a key as Flipper’s client does', () => {
    const [first] = pushSteps("it's:a.b", OFF, state({ boolean: true }), can)
    expect(first?.path).toBe('/features/it%27s%3Aa.b/boolean')
  })

  it('lead from any state to any other, and never widen on the way what only narrows', () => {
    fc.assert(
      fc.property(fc.option(anyState), anyState, (there, wanted) => {
        const steps = pushSteps('new_form', there, wanted, can)
        const last = steps.at(-1)?.after ?? there ?? OFF
        expect(isSameThere(last, wanted)).toBe(true)
        const start = asThere(there ?? OFF)
        if (directionOf(start, asThere(wanted), can) !== 'narrows') return
        for (const { after } of steps) {
          expect(['narrows', 'none']).toContain(directionOf(start, after, can))
        }
      }),
    )
  })
})
