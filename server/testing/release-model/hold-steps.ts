import fc from 'fast-check'
import { liftFreeze } from '../../freezes/lift-freeze.ts'
import { releaseLine } from '../../freezes/release-line.ts'
import { setFreeze } from '../../freezes/set-freeze.ts'
import { stopLine } from '../../freezes/stop-line.ts'
import { findGuards } from '../../guards/find-guards.ts'
import { heedSignal } from '../../guards/heed-signal.ts'
import { releaseHold } from '../../guards/release-hold.ts'
import { findOpenOverrides } from '../../toggles/find-overrides.ts'
import { reviewOverride } from '../../toggles/review-override.ts'
import { cast } from '../cast.ts'
import { STAGES } from './expected-checks.ts'
import { makeFlip } from './expected-flip.ts'
import { CLOSED, shareOf, written } from './gates.ts'
import { type Model, stateNow, TOGGLES } from './model.ts'
import { narrowed } from './narrowed.ts'
import { mustBe, nothingsId, type Real } from './real.ts'
import { type Step, step } from './step.ts'

const HOUR = 3_600_000

async function freeze(
  model: Model,
  real: Real,
  { over, passable, isAhead }: { over: readonly string[]; passable: boolean; isAhead: boolean },
): Promise<void> {
  await mustBe(real, 'freeze', 'done', async () => {
    const { result } = await setFreeze(cast.grace(), {
      startsAt: new Date(Date.now() + (isAhead ? HOUR : -HOUR)),
      endsAt: new Date(Date.now() + 2 * HOUR),
      reason: 'Enrolment week',
      environments: over,
      overrideAllowed: passable,
    })
    if (!isAhead) model.freezes.push({ id: result.id, over, passable })
  })
}

async function lift(model: Model, real: Real): Promise<void> {
  const [first, ...others] = model.freezes
  const expected = first ? 'done' : { code: 'not_found' }
  await mustBe(real, 'lift a freeze', expected, () =>
    liftFreeze(cast.grace(), first?.id ?? nothingsId()),
  )
  model.freezes = others
}

/** Freezes over all or over one environment, standing or ahead; and what lifts them. */
export const freezes: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .record({
        over: fc.constantFrom<readonly string[]>([], ['production'], ['staging']),
        passable: fc.boolean(),
        isAhead: fc.boolean(),
      })
      .map((terms) =>
        step(`freeze ${JSON.stringify(terms)}`, (model, real) => freeze(model, real, terms)),
      ),
  },
  { weight: 2, arbitrary: fc.constant(step('lift the oldest freeze', lift)) },
)

/** The line is stopped by whoever sees smoke, and released by who may. */
export const line: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constant(
      step('stop the line', async (model, real) => {
        await mustBe(real, 'stop the line', 'done', () =>
          stopLine(cast.ben(), { reason: 'Errors everywhere' }),
        )
        model.stopped = true
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map((isAllowed) =>
      step(`release the line ${isAllowed}`, async (model, real) => {
        const expected = isAllowed ? 'done' : { code: 'forbidden' }
        const who = isAllowed ? cast.priya() : cast.tomas()
        await mustBe(real, 'release the line', expected, () => releaseLine(who))
        if (isAllowed) model.stopped = false
      }),
    ),
  },
)

let told = 0

async function signal(model: Model, real: Real, guard: 'holds' | 'lowers'): Promise<void> {
  told += 1
  const said = { told: 'firing', said: 'Errors at 4 %', at: null, isTest: false } as const
  const id = real.guards[guard]
  await mustBe(real, `guard ${guard}`, 'done', () =>
    heedSignal(id, { ...said, identity: `telling ${told}` }, null),
  )
  if (model.archived.has('first')) return
  if (guard === 'holds') {
    const { holds } = await findGuards(cast.victor(), real.keys.first, 'production')
    model.hold ??= holds[0]?.id ?? null
    return
  }
  const before = stateNow(model, 'first', 'production')
  const below = STAGES.findLast((stage) => stage < shareOf(before))
  const after = below === undefined ? CLOSED : narrowed(before, below)
  if (written(after) === written(before)) return
  makeFlip(model, { who: 'rollcall', toggle: 'first', environment: 'production', after })
}

async function release(model: Model, real: Real): Promise<void> {
  const expected = model.hold === null ? { code: 'not_found' } : 'done'
  await mustBe(real, 'release a hold', expected, () =>
    releaseHold(cast.tomas(), { id: model.hold ?? nothingsId(), reason: 'Over' }),
  )
  model.hold = null
}

/** Monitoring calls a guard, which holds or lowers and never more; a person releases the hold. */
export const guards: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('holds' as const, 'lowers' as const)
    .map((guard) => step(`the guard ${guard}`, (model, real) => signal(model, real, guard))),
  fc.constant(step('release the hold', release)),
)

/** An override is reviewed: never by its maker. */
export const reviews: fc.Arbitrary<Step> = fc.boolean().map((isOwn) =>
  step(`review an override ${isOwn ? 'of one’s own' : ''}`, async (model, real) => {
    const [place = ''] = model.overrides
    const toggle = TOGGLES.find((name) => place.startsWith(name)) ?? 'first'
    const [mine] = await findOpenOverrides(cast.victor(), { toggle: real.keys[toggle] })
    const expected = !mine
      ? { code: 'not_found' }
      : isOwn
        ? { code: 'not_permitted' }
        : ('done' as const)
    const who = isOwn ? cast.tomas() : cast.grace()
    await mustBe(real, 'review', expected, () =>
      reviewOverride(who, { id: mine?.id ?? nothingsId(), verdict: 'justified' }),
    )
    if (expected === 'done') model.overrides = model.overrides.slice(1)
  }),
)
