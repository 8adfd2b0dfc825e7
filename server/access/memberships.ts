import type { HeldDelegation, Membership, Role } from '../../domain/actor.ts'
import { ROLES } from '../../domain/actor.ts'
import { inEffect } from '../../domain/people/separation.ts'
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
  delegationsTo: {
    where: { ended: false },
    select: {
      id: true,
      teamId: true,
      discipline: true,
      startsAt: true,
      endsAt: true,
      from: {
        select: {
          id: true,
          name: true,
          disabled: true,
          memberships: {
            where: { revoked: false },
            select: { teamId: true, role: true, discipline: true },
          },
        },
      },
    },
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

/**
 * All rows of somebody's in the membership table as the domain's memberships. What is unknown grants
 * nothing, and neither does what must not stand beside another role: duties are kept apart here, at
 * use, however the roles came to stand together.
 */
export function membershipsOf(rows: readonly Row[]): readonly Membership[] {
  return inEffect(rolesOf(rows))
}

/** The same with the roles that are not in effect: as they were granted. */
export function rolesOf(rows: readonly Row[]): readonly Membership[] {
  return rows.flatMap(({ teamId, role, discipline }): Membership[] => {
    if (!isRole(role)) return []
    if (discipline === null) return [{ teamId, role, discipline }]
    return isDiscipline(discipline) ? [{ teamId, role, discipline }] : []
  })
}

interface DelegationRow {
  readonly id: string
  readonly teamId: string
  readonly discipline: string
  readonly startsAt: string
  readonly endsAt: string
  readonly from: {
    readonly id: string
    readonly name: string
    readonly disabled: boolean
    readonly memberships: readonly Row[]
  }
}

/**
 * Rows of the delegation table as what somebody speaks for at this moment: neither before its time
 * nor after, and not for somebody who is disabled.
 */
export function delegationsOf(rows: readonly DelegationRow[], now: Date): HeldDelegation[] {
  return rows.flatMap(({ id, teamId, discipline, startsAt, endsAt, from }) => {
    if (new Date(startsAt) > now || new Date(endsAt) <= now || from.disabled) return []
    if (!isDiscipline(discipline)) return []
    const giver = { id: from.id, name: from.name, memberships: membershipsOf(from.memberships) }
    return [{ id, teamId, discipline, from: giver, until: endsAt }]
  })
}
