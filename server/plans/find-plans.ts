import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { containing } from '../containing.ts'
import { db } from '../db.ts'
import { planText } from './plan-text.ts'

/** One plan in a list. */
export interface PlanSummary {
  readonly slug: string
  readonly title: string
  readonly kind: string
  readonly team: string
  readonly revision: number
  readonly created_at: string
  /** When the newest revision was saved. */
  readonly revised_at: string
  readonly toggles: readonly string[]
  readonly unanswered: number
  /** Findings that nobody has acknowledged. */
  readonly open_findings: number
  readonly roll_call: {
    readonly id: string
    readonly number: number
    /** Null while the round is open. */
    readonly decision: string | null
    readonly decided_at: string | null
  } | null
}

/** How a list of plans is narrowed; everything left out shows all. */
export interface FindPlans {
  /** Part of the title or the slug, any case. */
  readonly q?: string | undefined
  readonly team?: string | undefined
  /** A toggle that the plan names. */
  readonly toggle?: string | undefined
  /** The slug after which the page begins. */
  readonly cursor?: string | undefined
  /** At most 100. */
  readonly limit?: number | undefined
}

/** The plans, newest first. */
export async function findPlans(
  actor: Actor,
  find: FindPlans,
): Promise<{ plans: PlanSummary[]; next_cursor: string | null }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const { q, team, toggle, cursor, limit = 50 } = find
  const contains = q === undefined ? null : containing(q)
  const rows = await db().plan.findMany({
    where: {
      ...(team === undefined ? {} : { team: { slug: team } }),
      ...(toggle === undefined ? {} : { planToggles: { some: { key: toggle } } }),
      ...(contains === null ? {} : { OR: [{ title: contains }, { slug: contains }] }),
    },
    select: PLAN_SHOWN,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { slug: cursor }, skip: 1 }),
  })
  const plans = await Promise.all(rows.slice(0, limit).map(summaryOf))
  return { plans, next_cursor: rows.length > limit ? (plans.at(-1)?.slug ?? null) : null }
}

const PLAN_SHOWN = {
  id: true,
  slug: true,
  title: true,
  kind: true,
  revision: true,
  createdAt: true,
  team: { select: { slug: true } },
  planToggles: { select: { key: true }, orderBy: { position: 'asc' } },
  planRevisions: { select: { createdAt: true }, orderBy: { number: 'desc' }, take: 1 },
  findingAcknowledgements: { select: { findingId: true } },
  rollCalls: {
    select: { id: true, number: true, decision: true, decidedAt: true },
    orderBy: { number: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.PlanSelect

type Row = Prisma.PlanGetPayload<{ select: typeof PLAN_SHOWN }>

async function summaryOf(row: Row): Promise<PlanSummary> {
  const { reading } = await planText(db(), row.id)
  const seen = new Set(row.findingAcknowledgements.map(({ findingId }) => findingId))
  const [rollCall] = row.rollCalls
  return {
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    team: row.team.slug,
    revision: row.revision,
    created_at: row.createdAt.toISOString(),
    revised_at: (row.planRevisions[0]?.createdAt ?? row.createdAt).toISOString(),
    toggles: row.planToggles.map(({ key }) => key),
    unanswered: reading.unanswered,
    open_findings: reading.findings.filter(({ id }) => !seen.has(id)).length,
    roll_call: rollCall
      ? {
          id: rollCall.id,
          number: rollCall.number,
          decision: rollCall.decision,
          decided_at: rollCall.decidedAt?.toISOString() ?? null,
        }
      : null,
  }
}
