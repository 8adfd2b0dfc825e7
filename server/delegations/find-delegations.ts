import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { ownDisciplines } from '../../domain/roll-call/speaks-for.ts'
import { db } from '../db.ts'
import { teamPolicy } from '../roll-call/team-policy.ts'
import { DELEGATION, type Delegation, delegationOf } from './delegation-row.ts'
import { findTeam } from './find-team.ts'

/** The delegations of a team, the newest first, and what the one who asks may do here. */
export interface TeamDelegations {
  readonly delegations: readonly (Delegation & { readonly may_end: boolean })[]
  readonly you: {
    /** What is theirs to hand on. */
    readonly own: readonly Discipline[]
    /** To whom it can go. */
    readonly alternates: readonly { readonly id: string; readonly name: string }[]
  }
}

const MOST = 200

/**
 * Who speaks in whose place in a team, also what is over.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findDelegations(actor: Actor, slug: string): Promise<TeamDelegations> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const team = await findTeam(db(), slug)
  const rows = await db().delegation.findMany({
    where: { teamId: team.id },
    select: { ...DELEGATION, fromPersonId: true, toPersonId: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  })
  const manages = may(actor, 'people.manage', team.id)
  const delegations = rows.map((row) => ({
    ...delegationOf(row),
    may_end: !row.ended && (manages || [row.fromPersonId, row.toPersonId].includes(actor.id)),
  }))
  const own =
    actor.kind === 'person' && may(actor, 'sign_off.delegate', team.id)
      ? ownDisciplines(actor.memberships, team.id, (await teamPolicy(db(), team.id)).policy)
      : []
  const alternates =
    own.length === 0
      ? []
      : await db().person.findMany({
          where: {
            disabled: false,
            id: { not: actor.id },
            memberships: {
              some: { teamId: team.id, revoked: false, role: { not: 'auditor' } },
            },
          },
          select: { id: true, name: true },
          orderBy: { name: 'asc' },
        })
  return { delegations, you: { own, alternates } }
}
