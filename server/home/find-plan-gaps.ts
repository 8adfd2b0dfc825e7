import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import { db } from '../db.ts'
import { planText } from '../plans/plan-text.ts'
import { standingDecision } from '../roll-call/standing-decision.ts'
import { ownTeams } from './own-teams.ts'

/** A plan and what somebody can do to bring it further. */
export interface PlanGap {
  readonly slug: string
  readonly title: string
  readonly unanswered: number
  /** Findings that nobody has acknowledged. */
  readonly findings: number
  /** Whether nothing is open and no roll call was called yet: for who may open one. */
  readonly ready_for_roll_call: boolean
  /** Disciplines whose go no longer stands although the plan launched: for who may open a round. */
  readonly no_longer_current: readonly string[]
}

/**
 * The plans of somebody's teams that wait for an edit, an acknowledgement or a roll call of theirs.
 * Of the newest 30 plans, newest first.
 *
 * @throws Refused `forbidden`.
 */
export async function findPlanGaps(actor: Actor): Promise<PlanGap[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const plans = await db().plan.findMany({
    where: { teamId: { in: ownTeams(actor) } },
    select: {
      id: true,
      slug: true,
      title: true,
      teamId: true,
      findingAcknowledgements: { select: { findingId: true } },
      rollCalls: { select: { decision: true }, orderBy: { number: 'desc' }, take: 1 },
    },
    orderBy: { createdAt: 'desc' },
    take: 30,
  })
  const gaps: PlanGap[] = []
  for (const plan of plans) {
    const mayEdit = may(actor, 'plan.edit', plan.teamId)
    const mayOpen = may(actor, 'roll_call.open', plan.teamId)
    const [round] = plan.rollCalls
    const isOpen = round !== undefined && round.decision === null
    const isLaunched = round?.decision === 'launch'
    if (isLaunched) {
      const standing = mayOpen ? await standingDecision(db(), plan.id) : null
      const stale = (standing?.notCurrent ?? []).map(disciplineName)
      if (stale.length > 0) gaps.push({ ...nothing(plan), no_longer_current: stale })
      continue
    }
    const { reading } = await planText(db(), plan.id)
    const seen = new Set(plan.findingAcknowledgements.map(({ findingId }) => findingId))
    const findings = reading.findings.filter(({ id }) => !seen.has(id)).length
    const gap = {
      ...nothing(plan),
      unanswered: mayEdit ? reading.unanswered : 0,
      findings: may(actor, 'finding.acknowledge', plan.teamId) ? findings : 0,
      ready_for_roll_call: mayOpen && !isOpen && reading.unanswered === 0 && findings === 0,
    }
    if (gap.unanswered > 0 || gap.findings > 0 || gap.ready_for_roll_call) gaps.push(gap)
  }
  return gaps
}

function nothing({ slug, title }: { slug: string; title: string }): PlanGap {
  return {
    slug,
    title,
    unanswered: 0,
    findings: 0,
    ready_for_roll_call: false,
    no_longer_current: [],
  }
}
