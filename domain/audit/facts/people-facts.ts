import type { Discipline } from '../../roll-call/disciplines.ts'

/** What happens to people, teams, environments and tokens. */
export interface PeopleFacts {
  'team.created': { readonly slug: string }
  'environment.created': { readonly protected: boolean }
  'person.added': { readonly person: string }
  'person.disabled': { readonly person: string }
  /** Their name, address and words are gone; why is in texts.reason. */
  'person.erased': { readonly person: string }
  /** The identity provider of the installation moved to another issuer. */
  'person.moved': { readonly person: string }
  'membership.granted': {
    readonly person: string
    readonly role: string
    readonly discipline: Discipline | null
  }
  'membership.revoked': {
    readonly person: string
    readonly role: string
    readonly discipline: Discipline | null
  }
  'session.started': { readonly method: string }
  'session.ended': Record<never, never>
  'token.made': { readonly name: string; readonly kind: string }
  'token.revoked': { readonly name: string; readonly kind: string }
}
