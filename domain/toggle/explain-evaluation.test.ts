import { describe, expect, test } from 'vitest'
import { explainEvaluation } from './explain-evaluation.ts'
import { OFF } from './state.ts'

const asked = { actor: 'user-7', state: OFF, archived: false, gate: null, bucket: 12_344 } as const

describe('who is in', () => {
  test('is told by the gate that opened', () => {
    expect(
      explainEvaluation({
        ...asked,
        state: { ...OFF, percentageOfActors: 25 },
        gate: 'percentage_of_actors',
      }),
    ).toEqual({ answer: 'in', why: ['25 % of actors reaches bucket 12,344.'] })
    expect(explainEvaluation({ ...asked, gate: 'actors' })).toEqual({
      answer: 'in',
      why: ['user-7 is a named actor.'],
    })
  })
})

describe('who is not in', () => {
  test('learns the percentage that would reach them', () => {
    const state = { ...OFF, percentageOfActors: 10, actors: ['user-1', 'user-2'] }
    expect(explainEvaluation({ ...asked, state })).toEqual({
      answer: 'out',
      why: [
        '10 % of actors does not reach bucket 12,344; 12.345 % would.',
        'user-7 is not among the 2 named actors.',
      ],
    })
    expect(explainEvaluation(asked).why).toEqual([
      'No percentage of actors is set; at 12.345 % this actor would come in.',
    ])
  })

  test('is out of an archived toggle whatever its gates say', () => {
    expect(explainEvaluation({ ...asked, archived: true, gate: 'boolean' }).answer).toBe('out')
  })
})

describe('where only the application or chance can tell', () => {
  test('the answer depends, and says on what', () => {
    const state = {
      ...OFF,
      groups: ['staff', 'testers'],
      percentageOfTime: 20,
      expression: { Equal: [{ Property: ['plan'] }, 'pro'] },
    }
    const { answer, why } = explainEvaluation({ ...asked, state })
    expect(answer).toBe('depends')
    expect(why.slice(0, 3)).toEqual([
      'Let in when the application says that they are in staff or testers.',
      'The expression reads plan, which only the application knows.',
      'Let in by a throw of dice, 20 % of the time.',
    ])
  })

  test('an expression over the id alone leaves nothing open', () => {
    const state = { ...OFF, expression: { Equal: [{ Property: ['flipper_id'] }, 'user-1'] } }
    expect(explainEvaluation({ ...asked, state }).answer).toBe('out')
  })
})
