import type { Discipline } from './roll-call/disciplines.ts'

export const ROLES = [
  'viewer',
  'program_manager',
  'tech_lead',
  'discipline_lead',
  'government_lead',
  'auditor',
  'administrator',
] as const

/** What a person is in a team. */
export type Role = (typeof ROLES)[number]

export interface Membership {
  readonly teamId: string
  readonly role: Role
  /** The discipline that a discipline lead speaks for; null for every other role. */
  readonly discipline: Discipline | null
}

/** Another's discipline that a person speaks for, for a time. */
export interface HeldDelegation {
  readonly id: string
  readonly teamId: string
  readonly discipline: Discipline
  /** Who gave it, with their roles: it holds only as long as they have it to give. */
  readonly from: {
    readonly id: string
    readonly name: string
    readonly memberships: readonly Membership[]
  }
  /** When it ends: UTC, RFC 3339. */
  readonly until: string
}

/** From where a request came: kept with each entry it causes. */
export interface Origin {
  /** One for all entries that one action caused; a UUID. */
  readonly requestId: string
  readonly via: 'page' | 'api' | 'flipper' | 'system'
  /** The caller's network address, null when there is none. Stays outside the hashed bytes. */
  readonly address: string | null
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null
}

export interface PersonActor {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly memberships: readonly Membership[]
  /** What others let this person speak for, at this moment; none when left out. */
  readonly delegations?: readonly HeldDelegation[]
  /** When this person last proved who they are; null when acting through a token. */
  readonly authenticatedAt: Date | null
  /** The session through which they ask; left out where there is none. */
  readonly sessionId?: string
  /** The token used instead of a session, if one was. */
  readonly tokenId: string | null
  /** What that token is limited to; left out or empty, nothing but the person's own rights. */
  readonly tokenScopes?: readonly string[]
  readonly origin: Origin
}

/** A service account: flips unprotected environments, never signs. */
export interface ServiceActor {
  readonly kind: 'service'
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly origin: Origin
}

/** Rollcall itself: first set-up and scheduled work. */
export interface SystemActor {
  readonly kind: 'system'
  readonly id: 'system'
  readonly name: 'Rollcall'
  readonly origin: Origin
}

/** Who does something, and from where. Every command and query takes one, never empty. */
export type Actor = PersonActor | ServiceActor | SystemActor
