import { expect, test } from 'vitest'
import type { Expression } from '../toggle/expression.ts'
import { OFF } from '../toggle/state.ts'
import { shareOfExpression } from './share-of-expression.ts'
import { shareOfActors, stagedRolloutDetail } from './staged-rollout.ts'

const beta: Expression = { Property: ['beta'] }
const half: Expression = { PercentageOfActors: [{ Property: ['flipper_id'] }, 50] }
const always: Expression = { Boolean: [true] }

test.each<[string, Expression, number | null]>([
  ['who somebody is', beta, null],
  ['a share of actors', half, 50],
  ['everybody', always, 100],
  ['nobody', { Boolean: [false] }, 0],
  ['either of two shares', { Any: [half, { Boolean: [false] }] }, 50],
  ['a share, or who somebody is', { Any: [beta, half] }, null],
  ['a share of those who are somebody', { All: [beta, half] }, 50],
  ['an older one alone', { GreaterThan: [{ Property: ['age'] }, 21] }, null],
  ['a day that comes once', { Equal: [{ Now: [] }, 1] }, null],
  ['both of two', { All: [half, always] }, 50],
  ['everybody among others', { Any: [beta, always] }, 100],
  ['everybody in a list of conditions', { All: [true, always] }, 100],
  ['everybody but some', { NotEqual: [{ Property: ['plan'] }, 'pro'] }, 100],
  [
    'everybody from a day on',
    { GreaterThan: [{ Now: [] }, { Time: ['2026-01-01T00:00:00Z'] }] },
    100,
  ],
  ['a throw of dice', { LessThan: [{ Random: [100] }, 50] }, 100],
])('an expression that asks for %s may let in its share', (_, expression, share) => {
  expect(shareOfExpression(expression)).toBe(share)
  expect(shareOfActors({ ...OFF, expression })).toBe(share ?? 0)
})

test('an expression is no way around the stages of a plan', () => {
  const staged = { required: true, percentages: [10, 50, 100] }
  const to = (expression: Expression) =>
    stagedRolloutDetail(staged, 0, shareOfActors({ ...OFF, expression })).passed
  expect(to(half)).toBe(false)
  expect(to(always)).toBe(false)
})
