import { readPrerequisites } from '../../domain/plan/read-prerequisites.ts'
import type { PlanFacts } from '../../domain/rollout/checks.ts'
import { keyedStages } from '../../domain/rollout/stage-key.ts'
import type { Db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { standingDecision } from '../roll-call/standing-decision.ts'

/**
 * The plan that governs a toggle: of those that name it, the one whose roll call was decided last,
 * else the newest. Held still until this transaction ends, so that no edit or vote slips in between
 * the checks and the write.
 */
export async function holdGoverningPlan(
  tx: Db,
  toggleKey: string,
): Promise<{ id: string; slug: string; title: string } | null> {
  const plans = await tx.$queryRaw<{ id: string; slug: string; title: string }[]>`
    SELECT p.id, p.slug, p.title FROM plan p JOIN plan_toggle pt ON pt.plan_id = p.id
     WHERE pt.key = ${toggleKey}
     ORDER BY (SELECT max(r.decided_at) FROM roll_call r WHERE r.plan_id = p.id) DESC NULLS LAST,
              p.created_at DESC
       FOR SHARE OF p`
  return plans[0] ?? null
}

/** What the checks know of the plan that governs a toggle, held as by holdGoverningPlan. */
export async function governingPlan(tx: Db, toggleKey: string): Promise<PlanFacts | null> {
  const plan = await holdGoverningPlan(tx, toggleKey)
  if (!plan) return null
  const { reading, text } = await planText(tx, plan.id)
  const standing = await standingDecision(tx, plan.id)
  const tiers = reading.contacts.map(({ tier }) => tier)
  return {
    id: plan.id,
    slug: plan.slug,
    title: plan.title,
    primaryContacts: tiers.filter((tier) => tier === 'primary').length,
    backupContacts: tiers.filter((tier) => tier === 'backup').length,
    rollbackWritten: reading.rollback !== null,
    prerequisites: readPrerequisites(text),
    stagedRollout: {
      required: reading.staged_rollout.required,
      percentages: reading.stages.flatMap(({ percentage }) => percentage ?? []),
    },
    stages: keyedStages(reading.stages),
    decision: standing && {
      rollCall: standing.number,
      decision: standing.decision,
      scope: standing.scope,
      lapsed: standing.lapsed,
      at: await databaseNow(tx),
      signOffIds: standing.signOffIds,
    },
  }
}
