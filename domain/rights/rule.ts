import type { Role } from '../actor.ts'

/** Who may do one thing. */
export interface Rule {
  /** The end of "… may not …": what the action is, for a sentence. */
  readonly does: string
  readonly roles: readonly Role[]
  /**
   * Where the role must be held: in the team of what is touched (in any team where it belongs to
   * none), or in any team, because it is the installation's.
   */
  readonly where: 'team' | 'installation'
  /** Scopes with which a service account may do it. */
  readonly scopes: readonly string[]
}

/** Every role there is. */
export const everyone: readonly Role[] = [
  'viewer',
  'program_manager',
  'tech_lead',
  'discipline_lead',
  'government_lead',
  'auditor',
  'administrator',
]
