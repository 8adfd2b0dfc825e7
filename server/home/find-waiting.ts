import type { Actor } from '../../domain/actor.ts'
import { type DueCheckIn, findDueCheckIns } from '../check-ins/find-due-check-ins.ts'
import { findOpenOverrides, type OpenOverride } from '../toggles/find-overrides.ts'
import { findConnected, type LateArrival, type OutsideChange } from './find-connected.ts'
import { findHolds, type HoldToRelease } from './find-holds.ts'
import { findJobHealth, type JobHealth } from './find-job-health.ts'
import { findObjections, type Objection } from './find-objections.ts'
import { findPlanGaps, type PlanGap } from './find-plan-gaps.ts'
import { findRecentChanges, type RecentChanges } from './find-recent-changes.ts'
import { findReviewDue, type ReviewDue } from './find-review-due.ts'
import { findRollouts, type Rollout } from './find-rollouts.ts'
import { findUnclearSignals, type UnclearSignal } from './find-unclear-signals.ts'
import { findWaitingRounds, type WaitingRound } from './find-waiting-rounds.ts'

/** What the home page of one person shows, for programs. */
export interface Waiting {
  readonly roll_calls: readonly WaitingRound[]
  readonly rollouts: readonly Rollout[]
  readonly overrides: readonly OpenOverride[]
  readonly changed_outside: readonly OutsideChange[]
  readonly not_arrived: readonly LateArrival[]
  /** Null for who does not review the log, and where nothing is due. */
  readonly log_review: ReviewDue | null
  readonly holds: readonly HoldToRelease[]
  /** Signals of guards that nothing came of, because they were not clear. */
  readonly signals: readonly UnclearSignal[]
  readonly check_ins: readonly (Omit<DueCheckIn, 'plan' | 'team_id'> & {
    readonly plan: { readonly slug: string; readonly title: string }
  })[]
  readonly plans: readonly PlanGap[]
  readonly objections: readonly Objection[]
  /** Null for who does not run the installation, and while all is well. */
  readonly jobs: JobHealth | null
  readonly last_hour: RecentChanges
}

/**
 * What waits for somebody, of all that the home page asks.
 *
 * @throws Refused `forbidden` for who may read nothing.
 */
export async function findWaiting(actor: Actor): Promise<Waiting> {
  const [roll_calls, rollouts, overrides, plans, last_hour] = await Promise.all([
    findWaitingRounds(actor),
    findRollouts(actor),
    findOpenOverrides(actor),
    findPlanGaps(actor),
    findRecentChanges(actor),
  ])
  const { outside, late } = await findConnected(actor)
  const checkIns = await findDueCheckIns(actor)
  return {
    roll_calls,
    rollouts,
    overrides: overrides.filter(({ may_review }) => may_review),
    changed_outside: outside,
    not_arrived: late,
    log_review: await findReviewDue(actor),
    holds: await findHolds(actor),
    signals: await findUnclearSignals(actor),
    check_ins: checkIns.map(({ plan: { slug, title }, which, state, due_on }) => ({
      plan: { slug, title },
      which,
      state,
      due_on,
    })),
    plans,
    objections: await findObjections(actor),
    jobs: await findJobHealth(actor),
    last_hour,
  }
}
