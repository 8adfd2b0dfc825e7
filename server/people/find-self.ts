import type { Actor, Role } from '../../domain/actor.ts'
import { roleTitle } from '../../domain/permissions.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { db } from '../db.ts'

/** Who asks, as Rollcall knows them. */
export interface Self {
  readonly kind: Actor['kind']
  readonly id: string
  readonly name: string
  /** The roles in words; "Service account" for one. */
  readonly title: string
  readonly memberships: readonly {
    readonly team: string
    readonly team_name: string
    readonly role: Role
    readonly discipline: Discipline | null
  }[]
  /** What the token is limited to; empty for a session. */
  readonly scopes: readonly string[]
}

/** The caller's own name, roles and teams: nothing that they could not know, so nobody is refused. */
export async function findSelf(actor: Actor): Promise<Self> {
  const { kind, id, name } = actor
  if (actor.kind !== 'person') {
    const title = actor.kind === 'service' ? 'Service account' : 'Rollcall itself'
    const scopes = actor.kind === 'service' ? actor.scopes : []
    return { kind, id, name, title, memberships: [], scopes }
  }
  const teams = await db().team.findMany({
    where: { id: { in: actor.memberships.map(({ teamId }) => teamId) } },
    select: { id: true, slug: true, name: true },
  })
  const memberships = actor.memberships.flatMap(({ teamId, role, discipline }) => {
    const team = teams.find((one) => one.id === teamId)
    return team ? [{ team: team.slug, team_name: team.name, role, discipline }] : []
  })
  const title = roleTitle(actor.memberships)
  return { kind, id, name, title, memberships, scopes: actor.tokenScopes ?? [] }
}
