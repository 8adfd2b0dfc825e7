import fc from 'fast-check'
import type { StatePatch } from '../../../domain/toggle/state.ts'
import { flip } from '../../toggles/flip.ts'
import { flipTogether } from '../../toggles/flip-together.ts'
import { type Expected, expectedFlip, makeFlip, type Who } from './expected-flip.ts'
import { BETA, CLAIMS, patched } from './gates.ts'
import { ENVIRONMENTS, type Model, placeOf, stateNow, TOGGLES, type ToggleName } from './model.ts'
import { actorOf, mustBe } from './real.ts'
import { type Step, step } from './step.ts'

const shares = fc.constantFrom(0, 1, 10, 25, 50, 100)

/** Patches of one or several gates, mostly the ones that people use. */
export const patches: fc.Arbitrary<StatePatch> = fc.oneof(
  { weight: 6, arbitrary: shares.map((percentage_of_actors) => ({ percentage_of_actors })) },
  { weight: 2, arbitrary: fc.boolean().map((boolean) => ({ boolean })) },
  { weight: 1, arbitrary: shares.map((percentage_of_time) => ({ percentage_of_time })) },
  {
    weight: 2,
    arbitrary: fc.subarray(['veteran-1', 'veteran-2']).map((actors) => ({ actors })),
  },
  { weight: 1, arbitrary: fc.subarray(['staff', 'testers']).map((groups) => ({ groups })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(null, BETA, CLAIMS, { Any: [BETA, CLAIMS] })
      .map((expression) => ({ expression })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      boolean: fc.constant(false),
      percentage_of_actors: shares,
      actors: fc.subarray(['veteran-1', 'veteran-2']),
    }),
  },
)

export const toggles = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ToggleName>('first') },
  { weight: 1, arbitrary: fc.constantFrom<ToggleName>(...TOGGLES) },
)

export const environments = fc.oneof(
  { weight: 3, arbitrary: fc.constant('production' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...ENVIRONMENTS) },
)

const people = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Who>('tomas') },
  { weight: 1, arbitrary: fc.constantFrom<Who>('tired', 'ben', 'priya', 'victor') },
)

/** What an override says for itself. */
const OVERRIDES = {
  none: undefined,
  substance: { reason: 'Letters about benefits stop tonight without it' },
  empty: { reason: 'asdf' },
} as const

const overrides = fc.oneof(
  { weight: 6, arbitrary: fc.constant('none' as const) },
  { weight: 2, arbitrary: fc.constant('substance' as const) },
  { weight: 1, arbitrary: fc.constant('empty' as const) },
)

/** One flip: widening, narrowing or both, by whoever, with or without an override. */
export const flips: fc.Arbitrary<Step> = fc
  .record({
    who: people,
    toggle: toggles,
    environment: environments,
    patch: patches,
    stale: fc.oneof(
      { weight: 8, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    override: overrides,
  })
  .map(({ patch, ...asked }) =>
    step(`flip ${JSON.stringify({ patch, ...asked })}`, async (model, real) => {
      const { who, toggle, environment, override } = asked
      const place = placeOf(model, toggle, environment)
      const after = patched(stateNow(model, toggle, environment), patch)
      const expected = expectedFlip(model, { ...asked, after })
      await mustBe(real, `flip in ${environment} | ${JSON.stringify(patch)}`, expected, () =>
        flip(actorOf(who), {
          toggle: real.keys[toggle],
          environment,
          patch,
          reason: 'A step of the model',
          expectedVersion: place.states.length + (asked.stale ? -1 : 0),
          override: OVERRIDES[override],
        }),
      )
      if (expected === 'done') makeFlip(model, { ...asked, after })
    }),
  )

/** Two flips at once, the second weighed in the state that the first leaves, all or nothing. */
export const flipsTogether: fc.Arbitrary<Step> = fc
  .record({
    who: people,
    pair: fc.constantFrom<readonly [ToggleName, ToggleName]>(
      ['first', 'second'],
      ['second', 'first'],
      ['first', 'wall'],
      ['stray', 'first'],
    ),
    patches: fc.tuple(patches, patches),
    environment: environments,
    override: overrides,
  })
  .map((asked) =>
    step(`together ${JSON.stringify(asked)}`, async (model, real) => {
      const { who, pair, environment, override } = asked
      const tried: Model = structuredClone(model)
      const expected = pair.reduce<Expected>((sofar, toggle, index) => {
        if (sofar !== 'done') return sofar
        const after = patched(stateNow(tried, toggle, environment), asked.patches[index] ?? {})
        const one = { who, toggle, environment, after, override }
        const outcome = expectedFlip(tried, one)
        if (outcome === 'done') makeFlip(tried, one)
        return outcome
      }, 'done')
      await mustBe(real, 'together', expected, () =>
        flipTogether(actorOf(who), {
          environment,
          reason: 'Two steps of the model',
          override: OVERRIDES[override],
          flips: pair.map((toggle, index) => ({
            toggle: real.keys[toggle],
            patch: asked.patches[index] ?? {},
          })),
        }),
      )
      if (expected === 'done') Object.assign(model, tried)
    }),
  )
