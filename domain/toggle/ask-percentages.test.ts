import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askPercentages, isByPercentageAlone } from './ask-percentages.ts'
import { drawOf } from './bucket.ts'
import { evaluationContext } from './evaluation-context.ts'
import { compileRuleset, type RulesetToggle } from './ruleset.ts'
import { OFF } from './state.ts'
import { states } from './testing/random-states.ts'

const percentages = fc.oneof(
  fc.constantFrom(null, 0, 0.001, 99.999, 100),
  fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000),
)
const keys = fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,40}$/), { minLength: 1, maxLength: 30 })
const ids = fc.array(fc.oneof(fc.string(), fc.string({ minLength: 120, maxLength: 140 })), {
  minLength: 1,
  maxLength: 3,
})

describe('percentages asked together', () => {
  it('open for whom each opens by itself, asked again and again', () => {
    fc.assert(
      fc.property(
        keys.chain((all) => fc.tuple(...all.map((key) => fc.tuple(fc.constant(key), percentages)))),
        fc.array(ids, { minLength: 1, maxLength: 4 }),
        (given, people) => {
          const toggles = given.map(([key, percentageOfActors]): RulesetToggle => {
            return {
              key,
              state: { ...OFF, percentageOfActors },
              actorType: 'user',
              archived: false,
            }
          })
          const compiled = compileRuleset({ environment: 'production', version: 1, toggles })
          const ask = askPercentages(toggles)
          for (const actorIds of people) {
            const context = evaluationContext({ actorIds, now: 0, random: () => 0 })
            const alone = [...compiled.toggles.values()].map((one) => one.ask(context) !== null)
            expect([...ask(drawOf(actorIds))].map(Boolean)).toEqual(alone)
          }
        },
      ),
    )
  })

  it('are those of toggles that nothing else can open', () => {
    fc.assert(
      fc.property(states, fc.boolean(), (state, archived) => {
        const toggle: RulesetToggle = { key: 'search', state, actorType: 'user', archived }
        const others = { ...OFF, percentageOfActors: state.percentageOfActors }
        const hasOthers =
          JSON.stringify({ ...state, percentageOfTime: state.percentageOfTime || null }) !==
          JSON.stringify(others)
        expect(isByPercentageAlone(toggle)).toBe(!archived && !hasOthers)
      }),
    )
  })
})
