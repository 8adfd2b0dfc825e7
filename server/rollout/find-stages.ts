import type { Actor } from '../../domain/actor.ts'
import { may, whoMay } from '../../domain/permissions.ts'
import { criteriaOfStage, type PlanCriterion } from '../../domain/plan/read-criteria.ts'
import { Refused } from '../../domain/refusal.ts'
import { rolloutStanding } from '../../domain/rollout/rollout-standing.ts'
import { type KeyedStage, keyedStages, startsByHand } from '../../domain/rollout/stage-key.ts'
import { type Db, db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { criteriaOf } from '../plans/understood.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { findLanes } from './rollout-lanes.ts'
import { type RolloutView, rolloutView } from './rollout-view.ts'
import { findRuns } from './stage-runs.ts'

/** A stage as the plan lists it. */
export interface ListedStage extends Omit<KeyedStage, 'key'> {
  /** Whether a flip starts it, or a person's word. */
  readonly starts: 'flip' | 'hand'
  /** What the plan wants to see of it, its own criteria and the rollout's. */
  readonly criteria: readonly PlanCriterion[]
}

/** A plan's stages and where each rollout of it is. */
export interface PlanStages {
  readonly plan: { readonly slug: string; readonly title: string; readonly revision: number }
  readonly stages: readonly ListedStage[]
  /** One for each registered toggle of the plan in each protected environment. */
  readonly rollouts: readonly RolloutView[]
  /** When this was seen, by the database's clock. */
  readonly seen_at: string
}

/**
 * The stages of a plan with their runs: what is now, what is next and when it may go. Of a plan
 * with more than 50 toggles, the first 50; given a toggle's key, that one wherever it stands.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findStages(actor: Actor, slug: string, toggle?: string): Promise<PlanStages> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction((tx) => found(tx, slug, toggle), { isolationLevel: 'RepeatableRead' })
}

async function found(tx: Db, slug: string, toggle?: string): Promise<PlanStages> {
  const plan = await tx.plan.findUnique({
    where: { slug },
    select: { id: true, teamId: true, slug: true, title: true, revision: true },
  })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  const { id, teamId: _, ...head } = plan
  const text = await planText(tx, id)
  const { reading } = text
  const criteria = criteriaOf(text)
  const stages = keyedStages(reading.stages)
  const runs = await findRuns(tx, { planId: id })
  const now = await databaseNow(tx)
  const who = { flip: whoMay('flip.widen_protected'), hand: whoMay('stage.run') }
  const rollouts = (await findLanes(tx, plan, toggle)).map((lane) => {
    const own = runs.filter(
      ({ environmentId, toggleId }) =>
        environmentId === lane.environmentId && (toggleId === null || toggleId === lane.toggleId),
    )
    return rolloutView(lane, rolloutStanding(stages, own, now), own, who)
  })
  return {
    plan: head,
    stages: stages.map(({ key: _, ...stage }) => ({
      ...stage,
      starts: startsByHand(stage) ? 'hand' : 'flip',
      criteria: criteriaOfStage(criteria, reading.stages[stage.n - 1]?.line ?? 0),
    })),
    rollouts,
    seen_at: now.toISOString(),
  }
}
