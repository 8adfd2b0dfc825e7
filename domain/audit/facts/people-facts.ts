import type { SignInRefusal } from '../../people/sign-in-refusal.ts'
import type { Discipline } from '../../roll-call/disciplines.ts'

interface RoleFact {
  readonly person: string
  readonly role: string
  readonly discipline: Discipline | null
  /** The group of the identity provider by which it came or went; left out when a person did it. */
  readonly group?: string
}

interface GroupRuleFact {
  readonly group: string
  readonly team: string
  readonly role: string
  readonly discipline: Discipline | null
}

/** What happens to people, teams, environments and tokens. */
export interface PeopleFacts {
  'team.created': { readonly slug: string }
  'environment.created': { readonly protected: boolean }
  'person.added': { readonly person: string }
  /** Their name, address and words are gone; why is in texts.reason. */
  'person.erased': { readonly person: string }
  /** Told by older versions without what it ended. */
  'person.disabled': {
    readonly person: string
    readonly sessions?: number
    readonly tokens?: number
  }
  'person.enabled': { readonly person: string }
  /** Name or e-mail taken over from the identity provider. */
  'person.updated': { readonly person: string }
  /** The identity provider of the installation moved to another issuer. */
  'person.moved': { readonly person: string }
  'membership.granted': RoleFact
  'membership.revoked': RoleFact
  /** Groups of the identity provider that should have changed a role, and what kept it as it is. */
  'membership.kept': RoleFact & { readonly why: 'last_administrator' | 'separation' }
  'session.started': { readonly method: string }
  'session.ended': Record<never, never>
  /** Sessions ended before their time, one's own or another's. */
  'session.revoked': { readonly person: string; readonly sessions: number }
  /** An answer of the identity provider that was not accepted. */
  'sign_in.refused': { readonly why: SignInRefusal }
  'sign_in_policy.set': {
    readonly idle_minutes: number
    readonly administrator_idle_minutes: number
    readonly absolute_hours: number
    readonly groups_claim: string | null
  }
  'group_rule.added': GroupRuleFact
  'group_rule.removed': GroupRuleFact
  'mail.tested': Record<never, never>
  'token.made': { readonly name: string; readonly kind: string }
  'token.revoked': { readonly name: string; readonly kind: string }
}
