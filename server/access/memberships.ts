import type { Membership, Role } from '../../domain/actor.ts'
import { ROLES } from '../../domain/actor.ts'
import { isDiscipline } from '../../domain/roll-call/disciplines.ts'

/** What of a person's row makes them an actor. */
export const ACTOR_PERSON = {
  id: true,
  name: true,
  email: true,
  disabled: true,
  memberships: {
    where: { revoked: false },
    select: { teamId: true, role: true, discipline: true },
  },
} as const

interface Row {
  readonly teamId: string
  readonly role: string
  readonly discipline: string | null
}

function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word)
}

/** Rows of the membership table as the domain's memberships; what is unknown grants nothing. */
export function membershipsOf(rows: readonly Row[]): readonly Membership[] {
  return rows.flatMap(({ teamId, role, discipline }): Membership[] => {
    if (!isRole(role)) return []
    if (discipline === null) return [{ teamId, role, discipline }]
    return isDiscipline(discipline) ? [{ teamId, role, discipline }] : []
  })
}
