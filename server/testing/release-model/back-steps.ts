import fc from 'fast-check'
import { archiveToggle } from '../../toggles/archive-toggle.ts'
import { narrowTogether } from '../../toggles/narrow-together.ts'
import { rollBack } from '../../toggles/roll-back.ts'
import { rollBackPlan } from '../../toggles/roll-back-plan.ts'
import { cast } from '../cast.ts'
import { type Expected, expectedFlip, makeFlip } from './expected-flip.ts'
import { environments, toggles } from './flip-steps.ts'
import { CLOSED, isOff, written } from './gates.ts'
import {
  ENVIRONMENTS,
  type EnvironmentName,
  type Model,
  placeOf,
  stateNow,
  TOGGLES,
  type ToggleName,
} from './model.ts'
import { narrowed } from './narrowed.ts'
import { movement } from './population.ts'
import { actorOf, mustBe, type Real } from './real.ts'
import { type Step, step } from './step.ts'

interface Target {
  /** The version whose state comes back. */
  readonly version: number
  readonly undoes: { readonly from: number }
}

function newestTarget(model: Model, toggle: ToggleName, environment: EnvironmentName) {
  const newest = placeOf(model, toggle, environment).standing.at(-1)?.at(-1)
  return newest === undefined ? null : { version: newest - 1, undoes: { from: newest } }
}

function versionTarget(
  model: Model,
  toggle: ToggleName,
  environment: EnvironmentName,
  version: number,
): Target | null {
  const { states } = placeOf(model, toggle, environment)
  if (version >= states.length) return null
  const isSame = written(states[version - 1] ?? CLOSED) === written(states.at(-1) ?? CLOSED)
  return isSame ? null : { version, undoes: { from: version + 1 } }
}

function restore(
  model: Model,
  toggle: ToggleName,
  environment: EnvironmentName,
  target: Target,
  who: 'tomas' | 'ben' | 'tired',
  stale = false,
): Expected {
  const after = placeOf(model, toggle, environment).states[target.version - 1] ?? CLOSED
  const asked = { who, toggle, environment, after, stale }
  const expected = expectedFlip(model, asked)
  if (expected === 'done') makeFlip(model, asked, target.undoes)
  return expected
}

/** Undoes the newest flip, or all since a chosen version. */
export const rollbacks: fc.Arbitrary<Step> = fc
  .record({
    who: fc.constantFrom('tomas' as const, 'tomas' as const, 'ben' as const, 'tired' as const),
    toggle: toggles,
    environment: environments,
    back: fc.oneof(fc.constant(null), fc.nat({ max: 30 })),
    stale: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.boolean()),
  })
  .map((asked) =>
    step(`roll back ${JSON.stringify(asked)}`, async (model, real) => {
      const { who, toggle, environment, back, stale } = asked
      const place = placeOf(model, toggle, environment)
      const version = place.states.length
      const toVersion = back === null ? undefined : 1 + (back % version)
      const target =
        toVersion === undefined
          ? newestTarget(model, toggle, environment)
          : versionTarget(model, toggle, environment, toVersion)
      const expected: Expected = model.archived.has(toggle)
        ? { code: 'archived' }
        : target === null
          ? { code: 'nothing_to_roll_back' }
          : restore(model, toggle, environment, target, who, stale)
      await mustBe(real, 'rollback', expected, () =>
        rollBack(actorOf(who), {
          toggle: real.keys[toggle],
          environment,
          reason: 'Errors rising',
          toVersion,
          expectedVersion: version - (stale ? 1 : 0),
        }),
      )
    }),
  )

/** Undoes everything of the plan since its launch: what narrows at once, what widens where it may. */
export const planRollbacks: fc.Arbitrary<Step> = fc.constant(
  step('roll the plan back', async (model, real) => {
    let restored = 0
    let held: Expected | null = null
    for (const toggle of ['wall', 'second', 'first'] as const) {
      if (model.archived.has(toggle)) continue
      const version = model.launchedAt?.get(toggle) ?? 1
      const target = versionTarget(model, toggle, 'production', version)
      if (target === null) continue
      const expected = restore(model, toggle, 'production', target, 'tomas')
      if (expected === 'done') restored += 1
      else held ??= expected
    }
    const expected = restored > 0 ? 'done' : (held ?? { code: 'nothing_to_roll_back' })
    await mustBe(real, 'plan rollback', expected, () =>
      rollBackPlan(actorOf('tomas'), { slug: real.slug, reason: 'Everything of it' }),
    )
  }),
)

/** Everything is lowered at once in an incident; what would not purely narrow is left. */
export const lowerings: fc.Arbitrary<Step> = fc.constantFrom(0, 10, 25).map((share) =>
  step(`lower everything to ${share} %`, async (model, real) => {
    for (const toggle of TOGGLES) {
      const before = stateNow(model, toggle, 'production')
      const after = share === 0 ? CLOSED : narrowed(before, share)
      const { letsIn, takesOut } = movement(before, after)
      if (model.archived.has(toggle) || (toggle === 'wall' ? takesOut : letsIn)) continue
      makeFlip(model, { who: 'ben', toggle, environment: 'production', after })
    }
    await mustBe(real, 'lower everything', 'done', () =>
      narrowTogether(cast.ben(), {
        environment: 'production',
        to: share === 0 ? 'off' : { percentage: share },
        toggles: Object.values(real.keys),
        reason: 'Errors everywhere',
      }),
    )
  }),
)

function expectedArchiving(model: Model, toggle: ToggleName, confirmed: boolean): Expected {
  if (model.archived.has(toggle)) return { code: 'archived' }
  const open = ENVIRONMENTS.filter((environment) => !isOff(stateNow(model, toggle, environment)))
  if (open.length === 0) return 'done'
  if (toggle === 'wall') return { code: 'not_permitted' }
  return confirmed ? 'done' : { code: 'confirmation_needed' }
}

/** A toggle is retired: nothing of it ever moves again. */
export const archivings: fc.Arbitrary<Step> = fc
  .record({
    toggle: fc.constantFrom<ToggleName>('second', 'stray', 'wall', 'first'),
    confirmed: fc.boolean(),
  })
  .map(({ toggle, confirmed }) =>
    step(`archive ${toggle} ${confirmed}`, async (model, real: Real) => {
      const expected = expectedArchiving(model, toggle, confirmed)
      await mustBe(real, 'archive', expected, () =>
        archiveToggle(actorOf('tomas'), {
          key: real.keys[toggle],
          reason: 'No longer needed',
          confirmed,
        }),
      )
      if (expected === 'done') model.archived.add(toggle)
    }),
  )
