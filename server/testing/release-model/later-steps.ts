import fc from 'fast-check'
import { Refused } from '../../../domain/refusal.ts'
import { describeState } from '../../../domain/toggle/describe-state.ts'
import type { StatePatch } from '../../../domain/toggle/state.ts'
import { cancelSchedule } from '../../schedules/cancel-schedule.ts'
import { runSchedule } from '../../schedules/run-schedule.ts'
import { scheduleFlips } from '../../schedules/schedule-flips.ts'
import { momentPassed } from '../../schedules/testing/soon.ts'
import { type Expected, expectedFlip, type FlipAsked, makeFlip, type Who } from './expected-flip.ts'
import { environments, patches } from './flip-steps.ts'
import { patched, written } from './gates.ts'
import { type EnvironmentName, type Later, type Model, stateNow, type ToggleName } from './model.ts'
import { movement } from './population.ts'
import { actorOf, mustBe, nothingsId } from './real.ts'
import { type Step, step } from './step.ts'

/** The state that a toggle will be in when all that waits before is made. */
function stateThen(model: Model, toggle: ToggleName, environment: EnvironmentName) {
  return model.later
    .filter((later) => later.state === 'waiting' && later.environment === environment)
    .flatMap(({ flips }) => flips)
    .filter((flip) => flip.toggle === toggle)
    .reduce((state, { patch }) => patched(state, patch), stateNow(model, toggle, environment))
}

interface Signing {
  readonly who: Who
  readonly environment: EnvironmentName
  readonly flips: readonly { readonly toggle: ToggleName; readonly patch: StatePatch }[]
}

/** Signing asks for the right and the fresh sign-in; what it will meet is asked when it comes. */
function expectedSigning(model: Model, { who, environment, flips }: Signing): Expected {
  for (const { toggle, patch } of flips) {
    if (model.archived.has(toggle)) return { code: 'archived' }
    const before = stateThen(model, toggle, environment)
    const after = patched(before, patch)
    if (written(before) === written(after)) return { code: 'invalid' }
    const { letsIn, takesOut } = movement(before, after)
    const widens = toggle === 'wall' ? takesOut : letsIn
    if (who === 'victor') return { code: 'forbidden' }
    if (!widens || environment !== 'production') continue
    if (who === 'tired') return { code: 'fresh_sign_in_needed' }
    if (who !== 'tomas') return { code: 'forbidden' }
  }
  return 'done'
}

/** Asks for a moment just ahead; again further ahead where signing took longer than that. */
async function signedSoon<R>(sign: (at: Date) => Promise<R>): Promise<R> {
  for (let ahead = 200; ; ahead *= 2) {
    try {
      return await sign(new Date(Date.now() + ahead))
    } catch (error) {
      const isPast =
        error instanceof Refused &&
        error.refusal.code === 'invalid' &&
        error.refusal.errors.some(({ path }) => path === 'at')
      if (!isPast) throw error
    }
  }
}

const laterPatches = patches.filter((patch) => !('actors' in patch))

/** A flip, or a sequence of two, signed for a moment to come. */
export const schedules: fc.Arbitrary<Step> = fc
  .record({
    who: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Who>('tomas') },
      fc.constantFrom<Who>('tired', 'ben', 'victor'),
    ),
    environment: environments,
    flips: fc.oneof(
      fc.tuple(fc.record({ toggle: fc.constant<ToggleName>('first'), patch: laterPatches })),
      fc.tuple(
        fc.record({ toggle: fc.constant<ToggleName>('first'), patch: laterPatches }),
        fc.record({
          toggle: fc.constantFrom<ToggleName>('second', 'wall'),
          patch: laterPatches,
        }),
      ),
    ),
  })
  .map((signing) =>
    step(`schedule ${JSON.stringify(signing)}`, async (model, real) => {
      const { who, environment } = signing
      const expected = expectedSigning(model, signing)
      const flips = signing.flips.map(({ toggle, patch }) => ({
        toggle,
        patch,
        meets: describeState(stateThen(model, toggle, environment)),
      }))
      await mustBe(real, 'schedule', expected, async () => {
        const { result } = await signedSoon((at) =>
          scheduleFlips(actorOf(who), {
            environment,
            at,
            flips: flips.map(({ toggle, patch }) => ({ toggle: real.keys[toggle], patch })),
            reason: 'Later',
          }),
        )
        const author = who === 'tired' ? 'tomas' : who
        model.later.push({ id: result.id, author, environment, flips, state: 'waiting' })
      })
    }),
  )

/** Makes what waits in the model, whose author is asked as on the day it was signed. */
function expectedRun(model: Model, later: Later): 'done' | 'refused' {
  const tried: Model = structuredClone(model)
  for (const { toggle, patch, meets } of later.flips) {
    const before = stateNow(tried, toggle, later.environment)
    const after = patched(before, patch)
    const signed = { meetsOther: describeState(before) !== meets }
    const { environment } = later
    // Who signed what only narrowed then may not widen by it now: the right is asked again.
    const flip: FlipAsked = { who: later.author, toggle, environment, after, signed }
    if (expectedFlip(tried, flip) !== 'done') return 'refused'
    makeFlip(tried, flip)
  }
  Object.assign(model, tried)
  return 'done'
}

/** The moment of all that waits has come, and a worker makes it, the first signed first. */
export const moments: fc.Arbitrary<Step> = fc.constant(
  step('the moment of what is scheduled comes', async (model, real) => {
    for (const waiting of model.later.filter(({ state }) => state === 'waiting')) {
      await momentPassed(waiting.id)
      const expected = expectedRun(model, waiting)
      const standing = model.later.find(({ id }) => id === waiting.id)
      if (standing) standing.state = expected
      await mustBe(real, `moment: ${expected}`, 'done', async () => {
        const outcomes = [await runSchedule(waiting.id), await runSchedule(waiting.id)]
        if (outcomes.join() !== [expected, 'over'].join()) {
          throw new Error(`the schedule was ${outcomes.join(' and ')} and had to be ${expected}`)
        }
      })
    }
  }),
)

/** What waits longest is taken back. */
export const cancellations: fc.Arbitrary<Step> = fc.boolean().map((isSettled) =>
  step(`cancel a schedule ${isSettled ? 'that is over' : ''}`, async (model, real) => {
    const found = model.later.find(({ state }) => (state === 'waiting') !== isSettled)
    const expected: Expected = !found
      ? { code: 'not_found' }
      : isSettled
        ? { code: 'settled' }
        : 'done'
    await mustBe(real, 'cancel', expected, () =>
      cancelSchedule(actorOf('ben'), found?.id ?? nothingsId()),
    )
    if (expected === 'done' && found) found.state = 'cancelled'
  }),
)
