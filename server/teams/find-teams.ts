import type { Actor, Role } from '../../domain/actor.ts'
import { inEffect } from '../../domain/people/separation.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Discipline, isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { rolesOf } from '../access/memberships.ts'
import { db } from '../db.ts'

/** A role that somebody has in a team. */
export interface TeamRole {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly disabled: boolean }
  readonly role: Role
  readonly discipline: Discipline | null
  /** Whether a group of the identity provider gave it. */
  readonly by_group: boolean
  /** False where it stands beside a role that it is kept apart from. */
  readonly in_effect: boolean
  readonly may_take: boolean
}

/** A team with who is what in it. */
export interface TeamWithRoles {
  readonly slug: string
  readonly name: string
  readonly roles: readonly TeamRole[]
  readonly may_grant: boolean
}

const SELECT = { id: true, teamId: true, role: true, discipline: true, source: true } as const

/**
 * Every team with who is what in it, by name.
 *
 * @param slug one team alone.
 * @throws Refused `forbidden`; `not_found` for a team that is not there.
 */
export async function findTeams(actor: Actor, slug?: string): Promise<TeamWithRoles[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const teams = await db().team.findMany({
    ...(slug === undefined ? {} : { where: { slug } }),
    orderBy: { name: 'asc' },
  })
  if (slug !== undefined && teams.length === 0) {
    throw new Refused({ code: 'not_found', what: 'team', key: slug })
  }
  const people = await db().person.findMany({
    where: { memberships: { some: { revoked: false, teamId: { in: teams.map(({ id }) => id) } } } },
    select: {
      id: true,
      name: true,
      disabled: true,
      memberships: { where: { revoked: false }, select: SELECT },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return teams.map((team) => {
    const mayGrant = actor.kind === 'person' && may(actor, 'people.manage', team.id)
    const roles = people.flatMap(({ memberships, ...person }) => {
      const effective = inEffect(rolesOf(memberships))
      return memberships.flatMap((row): TeamRole[] => {
        const [held] = rolesOf([row])
        if (row.teamId !== team.id || !held) return []
        const { role, discipline } = held
        const counts = effective.some(
          (one) =>
            one.teamId === team.id && one.role === role && one.discipline === held.discipline,
        )
        return [
          {
            id: row.id,
            person,
            role,
            discipline: discipline !== null && isDiscipline(discipline) ? discipline : null,
            by_group: row.source === 'group',
            in_effect: counts && !person.disabled,
            may_take: mayGrant && person.id !== actor.id,
          },
        ]
      })
    })
    return { slug: team.slug, name: team.name, roles, may_grant: mayGrant }
  })
}
