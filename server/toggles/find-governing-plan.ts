import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { PlanContact, PlanStage } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Decision } from '../../domain/roll-call/decision.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { launchWords } from '../../domain/roll-call/launch-words.ts'
import { db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { standingDecision } from '../roll-call/standing-decision.ts'

/** What the toggle's page shows of the plan that governs it. */
export interface GoverningPlan {
  readonly slug: string
  readonly title: string
  readonly stages: readonly PlanStage[]
  /** Whether the plan answers that a staged rollout is needed; null where it does not answer. */
  readonly staged: boolean | null
  readonly rollback: string | null
  readonly contacts: readonly PlanContact[]
  readonly decision: {
    readonly number: number
    readonly decision: Decision
    readonly decided_at: string
    /** Required disciplines whose go no longer stands. */
    readonly not_current: readonly Discipline[]
    /** What the launch allows, as a phrase; null where it allows everything. */
    readonly allows: string | null
    /** A sentence for each discipline that objects since it was decided. */
    readonly objections: readonly string[]
  } | null
}

/**
 * The plan that governs a toggle, chosen as the checks choose it but not held: of those that name
 * the toggle, the one whose roll call was decided last, else the newest. Null when none names it.
 *
 * @throws Refused `forbidden`.
 */
export async function findGoverningPlan(
  actor: Actor,
  toggle: string,
): Promise<GoverningPlan | null> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const [plan] = await db().$queryRaw<{ id: string; slug: string; title: string }[]>`
    SELECT p.id, p.slug, p.title FROM plan p JOIN plan_toggle pt ON pt.plan_id = p.id
     WHERE pt.key = ${toggle}
     ORDER BY (SELECT max(r.decided_at) FROM roll_call r WHERE r.plan_id = p.id) DESC NULLS LAST,
              p.created_at DESC
     LIMIT 1`
  if (!plan) return null
  const { reading } = await planText(db(), plan.id)
  const standing = await standingDecision(db(), plan.id)
  return {
    slug: plan.slug,
    title: plan.title,
    stages: reading.stages,
    staged: reading.staged_rollout.required,
    rollback: reading.rollback?.text ?? null,
    contacts: reading.contacts,
    decision: standing && {
      number: standing.number,
      decision: standing.decision,
      decided_at: standing.decidedAt.toISOString(),
      not_current: standing.notCurrent,
      allows: standing.scope && launchWords(standing.scope),
      objections:
        standing.decision === 'launch'
          ? standing.lapsed
              .filter(({ because }) => because === 'objected')
              .map(({ detail }) => detail)
          : [],
    },
  }
}
