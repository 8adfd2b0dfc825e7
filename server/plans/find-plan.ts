import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import { disciplinesToAsk } from '../../domain/roll-call/disciplines-to-ask.ts'
import { type LaunchStanding, launchStanding } from '../../domain/roll-call/launch-standing.ts'
import { type RosterRow, waitingRow } from '../../domain/roll-call/roster.ts'
import { type Db, db } from '../db.ts'
import { missingNow } from '../roll-call/decide.ts'
import { newestRound, type Round, rosterOf } from '../roll-call/load-round.ts'
import { teamPolicy } from '../roll-call/team-policy.ts'
import { planText } from './plan-text.ts'
import { type ToggleLink, toggleLinks } from './toggle-links.ts'

/** One plan with what is understood of it and where it stands. */
export interface PlanDetail {
  readonly plan: {
    readonly slug: string
    readonly title: string
    readonly kind: string
    readonly team: string
    readonly team_id: string
    readonly team_name: string
    readonly revision: number
    readonly sha256: string
    readonly created_at: string
  }
  readonly reading: Reading
  readonly toggles: readonly ToggleLink[]
  readonly acknowledged: readonly Acknowledgement[]
  /** The newest round's disciplines, or those that a round would ask. */
  readonly roster: readonly RosterRow[]
  readonly readiness: LaunchStanding
  /** Newest first. */
  readonly roll_calls: readonly {
    readonly id: string
    readonly number: number
    readonly revision: number
    readonly opened_at: string
    readonly decision: string | null
    readonly decided_at: string | null
  }[]
  /** Newest first. */
  readonly revisions: readonly {
    readonly number: number
    readonly sha256: string
    /** Null where a service account saved it. */
    readonly author: string | null
    readonly created_at: string
  }[]
}

interface Acknowledgement {
  readonly finding: string
  readonly by: string
  readonly at: string
  readonly note: string | null
}

/**
 * One plan for its page.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findPlan(actor: Actor, slug: string): Promise<PlanDetail> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction((tx) => detail(tx, slug), { isolationLevel: 'RepeatableRead' })
}

// Each query after the other: a transaction has one connection.
async function detail(tx: Db, slug: string): Promise<PlanDetail> {
  const row = await tx.plan.findUnique({ where: { slug }, select: SHOWN })
  if (!row) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  const { id, team, createdAt, ...plan } = row
  const { reading, sha256 } = await planText(tx, id)
  const round = await newestRound(tx, id)
  return {
    plan: {
      ...plan,
      team: team.slug,
      team_id: team.id,
      team_name: team.name,
      sha256,
      created_at: createdAt.toISOString(),
    },
    reading,
    toggles: await toggleLinks(tx, reading.toggles),
    acknowledged: await acknowledgements(tx, id),
    roster: round ? await rosterOf(tx, round) : await nobodyAsked(tx, team.id),
    readiness: await standing(tx, id, round),
    roll_calls: await rollCalls(tx, id),
    revisions: await revisions(tx, id),
  }
}

const SHOWN = {
  id: true,
  slug: true,
  title: true,
  kind: true,
  revision: true,
  createdAt: true,
  team: { select: { id: true, slug: true, name: true } },
} as const

async function acknowledgements(tx: Db, planId: string): Promise<Acknowledgement[]> {
  const rows = await tx.findingAcknowledgement.findMany({
    where: { planId },
    select: { findingId: true, note: true, createdAt: true, person: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ findingId, person, createdAt, note }) => ({
    finding: findingId,
    by: person.name,
    at: createdAt.toISOString(),
    note,
  }))
}

async function rollCalls(tx: Db, planId: string): Promise<PlanDetail['roll_calls']> {
  const rows = await tx.rollCall.findMany({
    where: { planId },
    select: {
      id: true,
      number: true,
      revision: true,
      openedAt: true,
      decision: true,
      decidedAt: true,
    },
    orderBy: { number: 'desc' },
    take: 100,
  })
  return rows.map(({ openedAt, decidedAt, ...rollCall }) => ({
    ...rollCall,
    opened_at: openedAt.toISOString(),
    decided_at: decidedAt?.toISOString() ?? null,
  }))
}

async function revisions(tx: Db, planId: string): Promise<PlanDetail['revisions']> {
  const rows = await tx.planRevision.findMany({
    where: { planId },
    select: { number: true, sha256: true, createdAt: true, author: { select: { name: true } } },
    orderBy: { number: 'desc' },
    take: 100,
  })
  return rows.map(({ number, sha256, author, createdAt }) => ({
    number,
    sha256,
    author: author?.name ?? null,
    created_at: createdAt.toISOString(),
  }))
}

async function standing(tx: Db, id: string, round: Round | null): Promise<LaunchStanding> {
  return launchStanding(round, round ? await missingNow(tx, { id }, round) : [])
}

async function nobodyAsked(tx: Db, teamId: string): Promise<RosterRow[]> {
  const { policy } = await teamPolicy(tx, teamId)
  return disciplinesToAsk(policy, { require: [], invite: [] }).map(({ discipline, required }) =>
    waitingRow(discipline, required),
  )
}
