import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import {
  type EvaluationContext,
  evaluationContext,
  GATES,
  type GivenContext,
} from './evaluation-context.ts'
import { OFF, type ToggleState } from './state.ts'
import { contexts, states } from './testing/random-states.ts'

const key = 'appointments_list'
const noon = Date.parse('2027-03-03T12:00:00Z')
const nobody = asked({})
const grace = asked({ actorIds: ['grace@example.test'], groups: ['staff'] })

function asked(given: Partial<GivenContext>): EvaluationContext {
  return evaluationContext({ actorIds: [], now: noon, random: () => 0.5, ...given })
}

function gateFor(state: Partial<ToggleState>, context: EvaluationContext) {
  return evaluate({ key, state: { ...OFF, ...state } }, context).gate
}

describe('evaluating a toggle', () => {
  it('lets nobody in while no gate is set', () => {
    expect(evaluate({ key, state: OFF }, grace)).toEqual({ enabled: false, gate: null })
  })

  it('lets everybody in when the boolean is on, signed in or not', () => {
    expect(gateFor({ boolean: true }, nobody)).toBe('boolean')
  })

  it('knows a named actor by the exact id', () => {
    expect(gateFor({ actors: ['grace@example.test'] }, grace)).toBe('actors')
    expect(gateFor({ actors: ['Grace@example.test'] }, grace)).toBeNull()
  })

  it('is closed for nobody in particular at 100 % of actors', () => {
    expect(gateFor({ percentageOfActors: 100 }, grace)).toBe('percentage_of_actors')
    expect(gateFor({ percentageOfActors: 100 }, nobody)).toBeNull()
  })

  it('throws the dice that are handed in for a percentage of time', () => {
    expect(gateFor({ percentageOfTime: 50.001 }, nobody)).toBe('percentage_of_time')
    expect(gateFor({ percentageOfTime: 50 }, nobody)).toBeNull()
    expect(gateFor({ percentageOfTime: 100 }, asked({ random: () => 0.999999 }))).toBe(
      'percentage_of_time',
    )
  })

  it('opens a group only for somebody in particular who is in it', () => {
    expect(gateFor({ groups: ['staff'] }, grace)).toBe('groups')
    expect(gateFor({ groups: ['testers'] }, grace)).toBeNull()
    expect(gateFor({ groups: ['staff'] }, asked({ groups: ['staff'] }))).toBeNull()
  })

  it('asks an expression once for each actor and opens when it holds for one', () => {
    const expression = { Equal: [{ Property: ['flipper_id'] }, 'ada'] }
    expect(gateFor({ expression }, asked({ actorIds: ['ben', 'ada'] }))).toBe('expression')
    expect(gateFor({ expression }, asked({ actorIds: ['ben'] }))).toBeNull()
  })

  it('names the first open gate in the order of Flipper', () => {
    const open: ToggleState = {
      boolean: true,
      expression: { Boolean: [true] },
      actors: ['grace@example.test'],
      percentageOfActors: 100,
      percentageOfTime: 100,
      groups: ['staff'],
    }
    const closings: Partial<ToggleState>[] = [
      {},
      { boolean: false },
      { expression: null },
      { actors: [] },
      { percentageOfActors: null },
      { percentageOfTime: 0 },
      { groups: [] },
    ]
    const gates = closings.map((_, i) =>
      gateFor({ ...open, ...Object.assign({}, ...closings.slice(0, i + 1)) }, grace),
    )
    expect(gates).toEqual([...GATES, null])
  })

  it('widens only as the percentage of actors goes up', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 100_000 }),
        fc.nat(100_000),
        (id, low, more) => {
          const context = asked({ actorIds: [id] })
          const high = Math.min(100_000, low + more)
          const before = gateFor({ percentageOfActors: low / 1000 }, context)
          const after = gateFor({ percentageOfActors: high / 1000 }, context)
          expect(before === null || after !== null).toBe(true)
        },
      ),
    )
  })

  it('never denies: setting one more gate takes nobody out', () => {
    fc.assert(
      fc.property(states, fc.constantFrom('ada', 'ben'), contexts, (state, name, context) => {
        const before = evaluate({ key, state }, context).enabled
        const more = { ...state, actors: [...state.actors, name] }
        expect(!before || evaluate({ key, state: more }, context).enabled).toBe(true)
      }),
    )
  })
})
