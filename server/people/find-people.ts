import type { Actor } from '../../domain/actor.ts'
import { may, roleTitle } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { membershipsOf } from '../access/memberships.ts'
import { db } from '../db.ts'

/** Somebody who can sign in, in one team. */
export interface TeamPerson {
  readonly id: string
  readonly name: string
  /** What they are in the team, as people say it: "Tech lead", "Backend". */
  readonly roles: string
  readonly team: string
  /** Only for who manages people; null for everybody else. */
  readonly email: string | null
  /** Whether the reader may erase them for good; nobody may erase themselves. */
  readonly mayErase: boolean
}

/**
 * The people of every team with what they are in it, by team and name. Nobody who is disabled.
 *
 * @param q part of a name.
 * @throws Refused `forbidden`.
 */
export async function findPeople(
  actor: Actor,
  { q }: { readonly q?: string | undefined } = {},
): Promise<TeamPerson[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const teams = await db().team.findMany({
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const people = await db().person.findMany({
    where: {
      disabled: false,
      memberships: { some: { revoked: false } },
      ...(q === undefined ? {} : { name: { contains: q, mode: 'insensitive' } }),
    },
    select: {
      id: true,
      name: true,
      email: true,
      memberships: {
        where: { revoked: false },
        select: { teamId: true, role: true, discipline: true },
      },
    },
    orderBy: { name: 'asc' },
  })
  return teams.flatMap((team) =>
    people.flatMap(({ id, name, email, memberships }) => {
      const here = membershipsOf(memberships).filter(({ teamId }) => teamId === team.id)
      if (here.length === 0) return []
      const manages = may(actor, 'people.manage', team.id)
      const shown = manages ? email : null
      const mayErase = manages && actor.id !== id
      return [{ id, name, roles: roleTitle(here), team: team.name, email: shown, mayErase }]
    }),
  )
}
