import type { Membership } from '../actor.ts'
import { roleName } from '../permissions.ts'

/** Roles that speak for a discipline which the government lead must not be the same person as. */
const SPEAKERS: ReadonlySet<string> = new Set(['program_manager', 'tech_lead', 'discipline_lead'])

/** What may stand beside a role that is kept apart, wherever it is held. */
const APART: readonly {
  readonly role: Membership['role']
  readonly why: string
}[] = [
  { role: 'auditor', why: 'An auditor writes nothing' },
  { role: 'administrator', why: 'Whoever grants roles neither flips what is protected nor signs' },
]

type Held = Pick<Membership, 'teamId' | 'role' | 'discipline'>

/**
 * Why somebody who holds these roles may not be given another, as a sentence; null when they may.
 * An auditor is nothing but a viewer besides, an administrator likewise, in all teams; the
 * government lead of a team speaks for nothing else in it (product.md, rule 3).
 */
export function clashOf(held: readonly Held[], wanted: Held): string | null {
  for (const { role, why } of APART) {
    const other = held.find((one) => one.role !== role && one.role !== 'viewer')
    const one = held.find((each) => each.role === role)
    if (wanted.role === role && other) return apart(why, other, role)
    if (one && wanted.role !== role && wanted.role !== 'viewer') return apart(why, wanted, role)
  }
  const here = held.filter(({ teamId }) => teamId === wanted.teamId)
  const lead = here.some(({ role }) => role === 'government_lead')
  const speaks = here.find(({ role }) => SPEAKERS.has(role))
  if (wanted.role === 'government_lead' && speaks) return twoHats(speaks)
  return lead && SPEAKERS.has(wanted.role) ? twoHats(wanted) : null
}

/**
 * What of somebody's roles counts. Where roles stand together that must not, however they came to,
 * the one that does less is left: the auditor's, then the administrator's; and the government lead
 * who speaks for another discipline of the team is not its government lead.
 */
export function inEffect<M extends Held>(memberships: readonly M[]): readonly M[] {
  const sound = memberships.filter(({ discipline }) => discipline !== 'government_lead')
  for (const { role } of APART) {
    if (sound.some((one) => one.role === role)) {
      return sound.filter((one) => one.role === role || one.role === 'viewer')
    }
  }
  return sound.filter(
    ({ role, teamId }) =>
      role !== 'government_lead' ||
      !sound.some((other) => other.teamId === teamId && SPEAKERS.has(other.role)),
  )
}

function apart(why: string, other: Held, role: Membership['role']): string {
  return `${why}: nobody is ${phrase(role)} and ${phrase(other.role)}. Take one back first.`
}

function twoHats(other: Held): string {
  return `The government lead is never the same person as another required discipline: nobody is government lead and ${roleName(other.role)} of one team. Take one back first.`
}

function phrase(role: Membership['role']): string {
  const name = roleName(role)
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}
