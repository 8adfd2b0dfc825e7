import fc from 'fast-check'
import { type EvaluationContext, evaluationContext } from '../evaluation-context.ts'
import type { Argument, Expression } from '../expression.ts'
import type { ToggleState } from '../state.ts'

/** Few names, so that random states and random contexts meet often. */
const people = ['ada', 'ben', 'dalia', 'fern', 'quentin', 'victor']
const circles = ['staff', 'testers']

const percentages = fc.option(
  fc.oneof(
    fc.constantFrom(0, 0.001, 25, 50, 99.999, 100),
    fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000),
  ),
)

const { argument } = fc.letrec<{ argument: Argument; expression: Expression }>((tie) => ({
  argument: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Argument>(0, 1, 'pro', true, false),
    tie('expression'),
  ),
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('plan', 'age', 'flipper_id').map((name): Expression => ({ Property: [name] })),
    fc.constant<Expression>({ Random: [] }),
    fc
      .tuple(
        fc.constantFrom('All', 'Any'),
        fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, list]): Expression => ({ [name]: list })),
    fc
      .tuple(fc.constantFrom('Equal', 'NotEqual', 'LessThan'), tie('argument'), tie('argument'))
      .map(([name, left, right]): Expression => ({ [name]: [left, right] })),
  ),
}))

/** Random expressions that hold for some contexts and not for others. */
export const expressions: fc.Arbitrary<Expression> = argument.map(
  (one): Expression => (typeof one === 'object' ? one : { Boolean: [one] }),
)

/** Random states, each gate set or not. */
export const states: fc.Arbitrary<ToggleState> = fc.record({
  boolean: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
  actors: fc.subarray(people),
  groups: fc.subarray(circles),
  percentageOfActors: percentages,
  percentageOfTime: percentages,
  expression: fc.option(expressions),
})

/** Random contexts; the dice always show the same, so that two states can be compared. */
export const contexts: fc.Arbitrary<EvaluationContext> = fc
  .record({
    actorIds: fc.oneof(
      fc.subarray(people, { maxLength: 2 }),
      fc.array(fc.string(), { maxLength: 1 }),
    ),
    groups: fc.subarray(circles),
    properties: fc.record(
      { plan: fc.constantFrom('pro', 'basic', true), age: fc.integer({ min: 0, max: 2 }) },
      { requiredKeys: [] },
    ),
    now: fc.constant(0),
    throwOfDice: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ throwOfDice, ...context }) =>
    evaluationContext({ ...context, random: () => throwOfDice }),
  )
