import type { Role } from '../../domain/actor.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'

interface Member {
  readonly name: string
  readonly role: Role
  readonly discipline: Discipline | null
}

/** The people of the tests, all of the team Benefits Portal, by their first names. */
export const castMembers = {
  priya: { name: 'Priya Raman', role: 'program_manager', discipline: null },
  tomas: { name: 'Tomás Ibarra', role: 'tech_lead', discipline: null },
  grace: { name: 'Grace Okafor', role: 'government_lead', discipline: null },
  ben: { name: 'Ben Castellano', role: 'discipline_lead', discipline: 'backend' },
  fern: { name: 'Fern Lindqvist', role: 'discipline_lead', discipline: 'frontend' },
  dalia: { name: 'Dalia Haddad', role: 'discipline_lead', discipline: 'design' },
  quentin: { name: 'Quentin Marsh', role: 'discipline_lead', discipline: 'qa' },
  ada: { name: 'Ada Whitcombe', role: 'discipline_lead', discipline: 'accessibility' },
  victor: { name: 'Victor Nyman', role: 'viewer', discipline: null },
  alma: { name: 'Alma Reyes', role: 'administrator', discipline: null },
} as const satisfies Record<string, Member>

export type CastName = keyof typeof castMembers

/** The issuer of the cast's identities: no sign-in ever comes from it. */
export const castIssuer = 'https://identity.benefits-portal.example'

/** The ids of the team and, by first name, of its people: made with the template. */
export interface CastIds {
  readonly team: string
  readonly people: Readonly<Record<string, string>>
}
