import { z } from 'zod'
import type { Actor, PersonActor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { type Changed, imageOf } from '../write-entry.ts'

/** What a second person says to a proposal; who made it may only take it back. */
export const proposalVerdictInput = z
  .strictObject({
    verdict: z.enum(['accepted', 'declined', 'withdrawn'], 'is accepted, declined or withdrawn.'),
    note: z.string().trim().min(1, 'must not be empty.').max(4000).optional(),
  })
  .refine(({ verdict, note }) => verdict !== 'declined' || note !== undefined, {
    path: ['note'],
    error: 'Say why it is declined.',
  })

export type ProposalVerdict = z.infer<typeof proposalVerdictInput>

export const PROPOSAL_ROW = {
  team: { select: { slug: true } },
  environment: { select: { id: true, key: true, protected: true, version: true } },
} as const satisfies Prisma.GuardProposalInclude

export type ProposalRow = Prisma.GuardProposalGetPayload<{ include: typeof PROPOSAL_ROW }>

/** Holds back every other proposal and verdict until this transaction ends. */
export async function lockProposals(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7265746703)`
}

/** An open proposal of a kind. */
export async function lockProposal(tx: Db, id: string, kind: string): Promise<ProposalRow> {
  await lockProposals(tx)
  const row = await tx.guardProposal.findFirst({ where: { id, kind }, include: PROPOSAL_ROW })
  if (!row) throw new Refused({ code: 'not_found', what: 'proposal', key: id })
  return row
}

/**
 * Writes the verdict on a proposal.
 *
 * @throws Refused `forbidden` without the right `action`; `not_permitted` for one's own, unless it is
 * withdrawn, which nobody else can; `version_conflict` for one that was decided already.
 */
export async function closeProposal(
  tx: Db,
  actor: Actor,
  row: ProposalRow,
  { verdict, note, action }: ProposalVerdict & { readonly action: Action },
): Promise<Changed> {
  const person = requirePerson(actor, row, verdict, action)
  if (row.verdict !== null) {
    const { version: actual } = row
    throw new Refused({
      code: 'version_conflict',
      what: 'The proposal',
      expected: actual - 1,
      actual,
    })
  }
  const before = await imageOf(tx, 'guard_proposal', row.id)
  await tx.guardProposal.update({
    where: { id: row.id },
    data: {
      verdict,
      decidedBy: person.id,
      decidedAt: await databaseNow(tx),
      note: note ?? null,
      version: row.version + 1,
    },
  })
  return { entity: 'guard_proposal', id: row.id, before }
}

function requirePerson(
  actor: Actor,
  row: ProposalRow,
  verdict: ProposalVerdict['verdict'],
  action: Action,
): PersonActor {
  const isOwn = row.proposedBy === actor.id
  if (actor.kind === 'person' && verdict === 'withdrawn') {
    if (isOwn) return actor
    const detail = 'Only who made a proposal can take it back. Decline it instead.'
    throw new Refused({ code: 'not_permitted', detail })
  }
  if (actor.kind !== 'person' || !may(actor, action, row.teamId ?? undefined)) {
    throw new Refused({ code: 'forbidden', action })
  }
  if (!isOwn) return actor
  const detail = 'You made this proposal. Another person accepts or declines it.'
  throw new Refused({ code: 'not_permitted', detail })
}
