import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { evaluationContext } from './evaluation-context.ts'
import { type Expression, parseExpression } from './expression.ts'
import { OFF } from './state.ts'

const ada = evaluationContext({
  actorIds: ['ada'],
  properties: { plan: 'pro', age: 41, beta: true, zero: 0, since: '2027-01-31', tags: ['a', 'b'] },
  now: Date.parse('2027-03-03T12:00:00Z'),
  random: () => 0.5,
})

function problem(value: unknown): string | null {
  const parsed = parseExpression(value)
  return parsed.ok ? null : parsed.problem
}

function holds(expression: unknown, context = ada): boolean {
  const parsed = parseExpression(expression)
  if (!parsed.ok) throw new Error(parsed.problem)
  const state = { ...OFF, expression: parsed.expression }
  return evaluate({ key: 'search_stats', state }, context).enabled
}

describe('reading an expression', () => {
  it('writes bare arguments as lists', () => {
    expect(parseExpression({ Equal: [{ Property: 'plan' }, 'pro'] })).toEqual({
      ok: true,
      expression: { Equal: [{ Property: ['plan'] }, 'pro'] },
    })
    expect(parseExpression({ Now: null })).toEqual({ ok: true, expression: { Now: [] } })
  })

  it.each([
    [{}, 'An expression has exactly one function, not 0.'],
    [{ All: [true], Any: [true] }, 'An expression has exactly one function, not 2.'],
    [{ Blah: ['x'] }, 'There is no function "Blah".'],
    [{ constructor: ['x'] }, 'There is no function "constructor".'],
    [{ All: [] }, 'All takes 1 to 500 arguments, not 0.'],
    [{ Any: [{ All: [] }] }, 'All takes 1 to 500 arguments, not 0.'],
    [{ Equal: [1] }, 'Equal takes 2 arguments, not 1.'],
    [{ Random: [1, 2] }, 'Random takes 0 to 1 arguments, not 2.'],
    [{ Property: [5] }, 'Property takes a name.'],
    [{ Time: ['tomorrow'] }, 'Time takes a moment such as "2027-01-31T15:00:00Z".'],
    [{ PercentageOfActors: ['x', 101] }, 'PercentageOfActors takes a percentage from 0 to 100.'],
    [{ Equal: [null, 1] }, 'Equal takes texts, numbers, true, false and expressions, not null.'],
    [{ Equal: [[1], 1] }, 'Equal takes texts, numbers, true, false and expressions, not a list.'],
    ['plan', 'An expression is an object with one function, such as {"All": […]}.'],
    [[], 'An expression is an object with one function, such as {"All": […]}.'],
  ])('refuses %j in a sentence', (value, sentence) => {
    expect(problem(value)).toBe(sentence)
  })

  it('refuses what is nested too deep or too large without running out of stack', () => {
    let deep: unknown = { Property: ['x'] }
    for (let i = 0; i < 100_000; i += 1) deep = { All: [deep] }
    expect(problem(deep)).toBe('An expression may be nested 16 deep at most.')
    const wide = { All: Array.from({ length: 501 }, () => true) }
    expect(problem(wide)).toBe('All takes 1 to 500 arguments, not 501.')
    const many = { All: Array.from({ length: 500 }, () => ({ Property: ['x'] })) }
    expect(problem(many)).toBe('An expression may have 500 functions at most.')
    expect(problem({ Property: ['x'.repeat(1001)] })).not.toBeNull()
  })
})

describe("Flipper's functions", () => {
  const age = { Property: ['age'] }
  const cases: readonly (readonly [Expression, boolean])[] = [
    [{ Equal: [{ Property: ['plan'] }, 'pro'] }, true],
    [{ Equal: [{ Property: ['age'] }, '41'] }, false],
    [{ Equal: [{ Property: ['missing'] }, { Property: ['also_missing'] }] }, true],
    [{ NotEqual: [{ Property: ['plan'] }, 'basic'] }, true],
    [{ GreaterThan: [age, 40] }, true],
    [{ GreaterThan: [age, 41] }, false],
    [{ GreaterThanOrEqualTo: [age, 41] }, true],
    [{ LessThan: [age, 41] }, false],
    [{ LessThanOrEqualTo: [age, 41] }, true],
    [{ GreaterThan: [age, '40'] }, false],
    [{ LessThan: [age, '99'] }, false],
    [{ GreaterThan: [{ Property: ['missing'] }, 1] }, false],
    [{ LessThan: ['apple', 'pear'] }, true],
    [{ GreaterThan: [true, false] }, false],
    [{ All: [{ Property: ['beta'] }, { GreaterThan: [age, 18] }] }, true],
    [{ All: [{ Property: ['beta'] }, { GreaterThan: [age, 65] }] }, false],
    [{ Any: [{ GreaterThan: [age, 65] }, { Property: ['beta'] }] }, true],
    [{ Any: [{ GreaterThan: [age, 65] }, false] }, false],
    [{ Property: ['zero'] }, true],
    [{ Property: ['missing'] }, false],
    [{ Property: ['toString'] }, false],
    [{ Property: ['__proto__'] }, false],
    [{ Boolean: ['1'] }, true],
    [{ Boolean: [0] }, false],
    [{ Boolean: ['yes'] }, false],
    [{ Equal: [{ Number: ['12abc'] }, 12] }, true],
    [{ Equal: [{ Number: ['1.5e3'] }, 1500] }, true],
    [{ Equal: [{ Number: ['1_000'] }, 1000] }, true],
    [{ Equal: [{ Number: ['abc'] }, 0] }, true],
    [{ Equal: [{ Number: [{ Property: ['missing'] }] }, 0] }, true],
    [{ Equal: [{ Percentage: [250] }, 100] }, true],
    [{ Equal: [{ Percentage: [-3] }, 0] }, true],
    [{ Equal: [{ String: [41] }, '41'] }, true],
    [{ GreaterThan: [{ Now: [] }, { Time: ['2027-03-03T11:59:59Z'] }] }, true],
    [{ GreaterThan: [{ Now: [] }, { Time: ['2027-03-03T13:00:00+02:00'] }] }, true],
    [{ LessThan: [{ Now: [] }, { Time: ['2027-03-04'] }] }, true],
    [{ GreaterThan: [{ Now: [] }, { Time: [{ Property: ['since'] }] }] }, true],
    [{ GreaterThan: [{ Now: [] }, { Time: [{ Property: ['plan'] }] }] }, false],
    [{ GreaterThan: [{ Now: [] }, '2027-03-03'] }, false],
    [{ Equal: [{ Random: [] }, 0.5] }, true],
    [{ Equal: [{ Random: [10] }, 5] }, true],
    [{ Equal: [{ Property: ['flipper_id'] }, 'ada'] }, true],
    [{ PercentageOfActors: [{ Property: ['flipper_id'] }, 100] }, true],
    [{ PercentageOfActors: [{ Property: ['flipper_id'] }, 0] }, false],
    [{ PercentageOfActors: ['User;1', 43.343] }, false],
    [{ PercentageOfActors: ['User;1', 43.344] }, true],
    [{ FeatureEnabled: ['unknown'] }, false],
  ]

  it.each(cases)('evaluates %j to %s', (expression, expected) => {
    expect(holds(expression)).toBe(expected)
  })

  it('reads nobody in particular as having no flipper_id', () => {
    const nobody = evaluationContext({ ...ada, actorIds: [] })
    expect(holds({ Equal: [{ Property: ['flipper_id'] }, 'ada'] }, nobody)).toBe(false)
    expect(holds({ Equal: [{ Property: ['plan'] }, 'pro'] }, nobody)).toBe(true)
  })
})
