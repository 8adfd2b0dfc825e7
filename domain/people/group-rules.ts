import { z } from 'zod'
import type { Membership } from '../actor.ts'
import { roleFields } from './role-change.ts'
import { clashOf } from './separation.ts'

/** One rule: whoever the identity provider says is of a group has this role in a team. */
export interface GroupRule {
  readonly id: string
  /** As it stands in the claim, compared byte for byte. */
  readonly value: string
  readonly teamId: string
  readonly role: Membership['role']
  readonly discipline: Membership['discipline']
}

/** A rule from a form or a program. */
export const groupRuleInput = z.strictObject({
  value: z
    .string('is a text.')
    .min(1, 'must not be empty.')
    .max(300, 'is 300 characters at most.')
    .regex(/^\P{Cc}+$/u, 'is one line without control characters.'),
  team: z.string('is the slug of a team.'),
  ...roleFields,
})

export type GroupRuleInput = z.infer<typeof groupRuleInput>

/** More groups than this are not read: no person is in so many. */
const MOST = 2000

/**
 * The groups that a claim of an ID token names: an array of texts, or one text. The claim is looked
 * for by its name, which may hold dots ("https://agency.gov/groups"), then as a path
 * ("realm_access.roles"). None when it is not there; null when the provider says that there are too
 * many to name (Microsoft Entra ID's overage), so that nothing is known of them.
 */
export function groupsIn(claims: unknown, claim: string): readonly string[] | null {
  const found = valueAt(claims, claim)
  if (typeof found === 'string') return [found]
  if (Array.isArray(found)) {
    return found.filter((one): one is string => typeof one === 'string').slice(0, MOST)
  }
  const elsewhere = valueAt(claims, '_claim_names')
  const isOverage = member(elsewhere, claim) !== undefined || member(claims, 'hasgroups') === true
  return isOverage ? null : []
}

function valueAt(claims: unknown, claim: string): unknown {
  const direct = member(claims, claim)
  if (direct !== undefined) return direct
  return claim.split('.').reduce(member, claims)
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

/** A role that somebody has, with whether a group rule gave it. */
export interface HeldRole extends Membership {
  readonly id: string
  readonly byGroup: boolean
}

/** What a sign-in changes of somebody's roles. */
export interface Reconciled {
  /** To be granted, each with the rule that says so. */
  readonly grant: readonly GroupRule[]
  /** To be taken back: given by a rule that no longer holds. */
  readonly take: readonly HeldRole[]
  /** Rules that hold but clash with a role that somebody has: a sentence each. */
  readonly withheld: readonly { readonly rule: GroupRule; readonly why: string }[]
}

/**
 * What somebody's groups make of their roles. Only what a rule gave is ever taken back; a role that
 * a person granted stays, and is not granted again.
 */
export function reconcile(
  rules: readonly GroupRule[],
  groups: readonly string[],
  held: readonly HeldRole[],
): Reconciled {
  const holds = rules.filter(({ value }) => groups.includes(value))
  const take = held.filter((one) => one.byGroup && !holds.some((rule) => isSame(rule, one)))
  const kept: Membership[] = held.filter((one) => !take.includes(one))
  const grant: GroupRule[] = []
  const withheld: { rule: GroupRule; why: string }[] = []
  for (const rule of holds) {
    if (kept.some((one) => isSame(rule, one))) continue
    const why = clashOf(kept, rule)
    if (why === null) {
      grant.push(rule)
      kept.push(rule)
    } else withheld.push({ rule, why })
  }
  return { grant, take, withheld }
}

function isSame(a: Membership, b: Membership): boolean {
  return a.teamId === b.teamId && a.role === b.role && a.discipline === b.discipline
}
