import { z } from 'zod'
import { type Actor, type Membership, ROLES } from '../actor.ts'
import { may } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { DISCIPLINES } from '../roll-call/disciplines.ts'
import { freshlySignedIn } from '../roll-call/fresh-sign-in.ts'
import { clashOf } from './separation.ts'

/** Disciplines that somebody can be made to speak for; the government lead's is a role of its own. */
const LED_DISCIPLINES = DISCIPLINES.filter((one) => one !== 'government_lead')

/** A role, and with it the discipline of a discipline lead, from a form or a program. */
export const roleFields = {
  role: z.enum(ROLES, `is one of ${ROLES.join(', ')}.`),
  discipline: z
    .enum(DISCIPLINES, `is one of ${LED_DISCIPLINES.join(', ')}.`)
    .nullish()
    .transform((given) => given ?? null),
}

/** Somebody whose roles are to change. */
export interface RoleHolder {
  readonly id: string
  readonly name: string
  readonly disabled: boolean
  readonly memberships: readonly Membership[]
}

/**
 * Why this role may not be granted; null when it may. An administrator of the team grants, in person
 * and freshly signed in, to somebody else, and never two roles that are kept apart.
 */
export function refuseGrant(
  actor: Actor,
  to: RoleHolder,
  wanted: Membership,
  now: Date,
): Refusal | null {
  const refusal = refuseRoleChange(actor, to.id, wanted.teamId, now) ?? misfit(wanted)
  if (refusal) return refusal
  if (to.disabled) {
    return invalid('person', `${to.name} is disabled: enable them first.`)
  }
  const clash = clashOf(to.memberships, wanted)
  return clash === null ? null : { code: 'not_permitted', detail: clash }
}

/**
 * Why a role may not be taken back; null when it may.
 *
 * @param lastAdministrator whether nobody else who can sign in administers that team.
 */
export function refuseTaking(
  actor: Actor,
  from: Pick<RoleHolder, 'id' | 'name'>,
  held: Membership,
  lastAdministrator: boolean,
  now: Date,
): Refusal | null {
  const refusal = refuseRoleChange(actor, from.id, held.teamId, now)
  if (refusal) return refusal
  if (held.role === 'administrator' && lastAdministrator) {
    return { code: 'not_permitted', detail: lastOneOut(from.name) }
  }
  return null
}

/** Why the last administrator of a team stays one, as a sentence. */
function lastOneOut(name: string): string {
  return `${name} is the last administrator of a team, and without one nobody could grant roles there. Make somebody else an administrator first.`
}

/** What does not go with the role, as a refusal: only a discipline lead has a discipline. */
export function misfit({
  role,
  discipline,
}: Pick<Membership, 'role' | 'discipline'>): Refusal | null {
  if (role === 'discipline_lead' && discipline === null) {
    return invalid('discipline', 'is needed: a discipline lead speaks for one.')
  }
  if (role !== 'discipline_lead' && discipline !== null) {
    return invalid('discipline', 'belongs to discipline leads alone.')
  }
  if (discipline === 'government_lead') {
    return invalid('discipline', 'is a role of its own: grant the role government_lead.')
  }
  return null
}

function refuseRoleChange(
  actor: Actor,
  personId: string,
  teamId: string,
  now: Date,
): Refusal | null {
  if (actor.kind !== 'person' || !may(actor, 'people.manage', teamId)) {
    return { code: 'forbidden', action: 'people.manage' }
  }
  if (actor.id === personId) {
    const detail = 'Nobody changes their own roles. Ask another administrator of the team.'
    return { code: 'not_permitted', detail }
  }
  return freshlySignedIn(actor, now)
    ? null
    : { code: 'fresh_sign_in_needed', action: 'change roles' }
}

function invalid(path: string, message: string): Refusal {
  return { code: 'invalid', errors: [{ path, message }] }
}
