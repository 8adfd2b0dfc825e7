import type { Actor, Membership, Role } from './actor.ts'
import { LIMITED, NOT_BY_LIMITED_TOKENS, PERMISSIONS } from './permission-table.ts'
import type { Rule } from './rights/rule.ts'
import { disciplineName } from './roll-call/disciplines.ts'

export type Action = keyof typeof PERMISSIONS

const ROLE_NAMES: Record<Role, string> = {
  viewer: 'viewer',
  program_manager: 'program manager',
  tech_lead: 'tech lead',
  discipline_lead: 'discipline lead',
  government_lead: 'government lead',
  auditor: 'auditor',
  administrator: 'administrator',
}

/** A role as people say it, in lower case. */
export function roleName(role: Role): string {
  return ROLE_NAMES[role]
}

/**
 * May this actor do this, in this team? Without a team: in any team of theirs. The system itself
 * may do everything: it acts only where no person could ask it to.
 */
export function may(actor: Actor, action: Action, teamId?: string): boolean {
  const rule: Rule = PERMISSIONS[action]
  if (actor.kind === 'system') return true
  if (actor.kind === 'service') return rule.scopes.some((scope) => actor.scopes.includes(scope))
  if (actor.tokenScopes?.includes(LIMITED) && NOT_BY_LIMITED_TOKENS.has(action)) return false
  const inTeam = (of: { readonly teamId: string }) =>
    rule.where === 'installation' || teamId === undefined || of.teamId === teamId
  // Whoever speaks in another's place may sign, whatever else they may do; an auditor signs nothing.
  const audits = actor.memberships.some(({ role }) => role === 'auditor')
  if (action === 'sign_off.sign' && !audits && actor.delegations?.some(inTeam)) return true
  return actor.memberships.some(
    (membership) => rule.roles.includes(membership.role) && inTeam(membership),
  )
}

/** Who may do this, as a phrase: "a tech lead or a program manager". */
export function whoMay(action: Action): string {
  const names = PERMISSIONS[action].roles.map((role) =>
    /^[aeiou]/.test(roleName(role)) ? `an ${roleName(role)}` : `a ${roleName(role)}`,
  )
  const last = names.at(-1) ?? 'nobody'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

/** What the action is, as a phrase that follows "may". */
export function whatItDoes(action: Action): string {
  return PERMISSIONS[action].does
}

/** What a person is called by their roles: "Tech lead", "QA", "No role yet". */
export function roleTitle(memberships: readonly Membership[]): string {
  const titles = memberships.map(({ role, discipline }) => {
    const name = discipline === null ? roleName(role) : disciplineName(discipline)
    return name.charAt(0).toUpperCase() + name.slice(1)
  })
  return titles.length === 0 ? 'No role yet' : [...new Set(titles)].join(', ')
}
