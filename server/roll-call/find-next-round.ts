import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { teamPolicy } from './team-policy.ts'

/** What the form that opens a plan's next round begins with. */
export interface NextRound {
  readonly title: string
  readonly number: number
  /** What rounds of this plan are usually for. */
  readonly purposes: readonly string[]
  /** The disciplines that the team's policy requires now. */
  readonly required: readonly Discipline[]
  /** Whether the caller may open it. */
  readonly open: boolean
}

/**
 * What a plan's next round would be: its number, what it may be for (the plan's stages, test users
 * before them, again after a rollback), and whom the team's policy asks.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findNextRound(actor: Actor, slug: string): Promise<NextRound> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  await warmPlan(slug)
  return db().$transaction(
    async (tx) => {
      const plan = await tx.plan.findUnique({
        where: { slug },
        select: { id: true, title: true, teamId: true, _count: { select: { rollCalls: true } } },
      })
      if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
      const { reading } = await planText(tx, plan.id)
      const { policy } = await teamPolicy(tx, plan.teamId)
      const stages = reading.stages.map(({ label }) => label.slice(0, 200))
      return {
        title: plan.title,
        number: plan._count.rollCalls + 1,
        purposes: [...new Set(['Test users', ...stages, 'Again after a rollback'])],
        required: policy.required,
        open: may(actor, 'roll_call.open', plan.teamId),
      }
    },
    { isolationLevel: 'RepeatableRead' },
  )
}
