import type { Membership } from '../actor.ts'
import type { Refusal } from '../refusal.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import { type Policy, spoken } from './policy.ts'
import { ownDisciplines } from './speaks-for.ts'

/** A delegation as it is asked for, and what is known of who is to hold it. */
export interface DelegationAsked {
  readonly teamId: string
  readonly discipline: Discipline
  readonly from: { readonly id: string; readonly memberships: readonly Membership[] }
  /** Null for nobody known; with their roles in every team. */
  readonly to: {
    readonly id: string
    readonly name: string
    readonly memberships: readonly Membership[]
  } | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly now: Date
  /** The team's. */
  readonly policy: Policy
  /** Other delegations of this discipline by the same person that have not ended. */
  readonly others: readonly { readonly startsAt: Date; readonly endsAt: Date }[]
}

const LONGEST_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Why a delegation is refused; null when it may be made. A person hands on what their own role
 * speaks for, never what was delegated to them, to a member of the team, for 90 days at most, one
 * at a time. The government lead's word goes only to another government lead; that this one speaks
 * for no other required discipline is asked when they sign. (Product rule 3.)
 */
export function refuseDelegation(asked: DelegationAsked): Refusal | null {
  const { teamId, discipline, from, to, startsAt, endsAt, now, policy } = asked
  if (!ownDisciplines(from.memberships, teamId, policy).includes(discipline)) {
    const detail = `You do not speak for ${spoken(disciplineName(discipline))} in this team by your own role, so it is not yours to hand on.`
    return { code: 'not_permitted', detail }
  }
  const here = to?.memberships.filter((membership) => membership.teamId === teamId) ?? []
  if (to === null || here.length === 0) return invalid('to', 'Name a member of this team.')
  if (to.id === from.id) return invalid('to', 'Name somebody else.')
  if (here.every(({ role }) => role === 'auditor')) {
    return invalid('to', 'An auditor signs nothing. Name another member of this team.')
  }
  const leads = to.memberships.some(({ role }) => role === 'government_lead')
  if (discipline === 'government_lead' && !leads) {
    return invalid('to', 'The government lead’s word goes only to another government lead.')
  }
  if (ownDisciplines(to.memberships, teamId, policy).includes(discipline)) {
    return invalid('to', `${to.name} speaks for this discipline already.`)
  }
  if (endsAt <= startsAt) return invalid('ends_at', 'must be after starts_at.')
  if (endsAt <= now) return invalid('ends_at', 'has passed already.')
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY_MS) {
    return invalid('ends_at', `is ${LONGEST_DAYS} days after the start at most.`)
  }
  if (asked.others.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)) {
    return invalid('starts_at', 'You have a delegation for this time already. End that one first.')
  }
  return null
}

function invalid(path: string, message: string): Refusal {
  return { code: 'invalid', errors: [{ path, message }] }
}
