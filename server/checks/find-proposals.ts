import type { Actor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'
import { db } from '../db.ts'

/** A wish that needs a second person; moments in ISO 8601. */
export interface Proposal {
  readonly id: string
  readonly environment: string
  readonly bind: readonly string[]
  readonly unbind: readonly string[]
  readonly reason: string
  readonly proposed_by: string
  readonly proposed_at: string
  /** Null while it is open. */
  readonly verdict: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  /** Whether the asker is a second person who may accept or decline it. */
  readonly may_decide: boolean
  readonly may_withdraw: boolean
}

/** Proposals of a kind, the open ones first and then the newest decided, 30 at most. */
export async function findProposals(
  actor: Actor,
  where: { readonly kind: 'checks' | 'unprotect'; readonly teamId?: string },
  decided: Action,
): Promise<Proposal[]> {
  const rows = await db().guardProposal.findMany({
    where,
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'desc' }],
    take: 30,
    include: {
      environment: { select: { key: true } },
      proposedByPerson: { select: { name: true } },
      decidedByPerson: { select: { name: true } },
    },
  })
  return rows.map((row) => ({
    id: row.id,
    environment: row.environment.key,
    bind: row.bind,
    unbind: row.unbind,
    reason: row.reason,
    proposed_by: row.proposedByPerson.name,
    proposed_at: row.proposedAt.toISOString(),
    verdict: row.verdict,
    decided_by: row.decidedByPerson?.name ?? null,
    decided_at: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    may_decide:
      row.verdict === null &&
      actor.kind === 'person' &&
      row.proposedBy !== actor.id &&
      may(actor, decided, row.teamId ?? undefined),
    may_withdraw: row.verdict === null && row.proposedBy === actor.id,
  }))
}
