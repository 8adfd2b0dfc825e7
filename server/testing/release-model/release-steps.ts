import fc from 'fast-check'
import { archivings, lowerings, planRollbacks, rollbacks } from './back-steps.ts'
import { crashes } from './crash-steps.ts'
import { flips, flipsTogether } from './flip-steps.ts'
import { freezes, guards, line, reviews } from './hold-steps.ts'
import { cancellations, moments, schedules } from './later-steps.ts'
import type { Step } from './step.ts'
import { launches, planEdits, words } from './word-steps.ts'

/** Every kind of step, in the proportions of a lively release. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: flips },
  { weight: 5, arbitrary: flipsTogether },
  { weight: 10, arbitrary: words },
  { weight: 2, arbitrary: launches },
  { weight: 4, arbitrary: planEdits },
  { weight: 6, arbitrary: freezes },
  { weight: 4, arbitrary: line },
  { weight: 5, arbitrary: guards },
  { weight: 4, arbitrary: reviews },
  { weight: 6, arbitrary: schedules },
  { weight: 3, arbitrary: moments },
  { weight: 2, arbitrary: cancellations },
  { weight: 10, arbitrary: rollbacks },
  { weight: 2, arbitrary: planRollbacks },
  { weight: 2, arbitrary: lowerings },
  { weight: 1, arbitrary: archivings },
  { weight: 3, arbitrary: crashes },
)

/** A release of so many steps, begun with a launch or from nothing. */
export function releaseOf(count: number): fc.Arbitrary<readonly Step[]> {
  return fc
    .tuple(fc.boolean(), launches, fc.array(steps, { minLength: count, maxLength: count }))
    .map(([isLaunched, launch, taken]) => (isLaunched ? [launch, ...taken.slice(1)] : taken))
}
