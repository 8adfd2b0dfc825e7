import type { Role } from '../domain/actor.ts'
import type { Discipline } from '../domain/roll-call/disciplines.ts'

/** One canned person of the demo; `key` names their token in demo-tokens.json. */
export interface DemoPerson {
  readonly key: string
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly role: Role
  readonly discipline: Discipline | null
}

function person(
  key: string,
  name: string,
  title: string,
  role: Role,
  discipline: Discipline | null = null,
): DemoPerson {
  const ascii = name.normalize('NFD').replace(/[^A-Za-z ]/g, '')
  const email = `${ascii.toLowerCase().replace(' ', '.')}@example.gov`
  return { key, subject: `demo|${key.replaceAll('_', '-')}`, name, email, title, role, discipline }
}

/** Who can sign in to the demo: one invented person for each role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('program_manager', 'Priya Raman', 'Program manager', 'program_manager'),
  person('tech_lead', 'Tomás Ibarra', 'Tech lead', 'tech_lead'),
  person('government_lead', 'Grace Okafor', 'Government lead', 'government_lead'),
  person('backend', 'Ben Castellano', 'Backend', 'discipline_lead', 'backend'),
  person('frontend', 'Fern Lindqvist', 'Frontend', 'discipline_lead', 'frontend'),
  person('design', 'Dalia Haddad', 'Design', 'discipline_lead', 'design'),
  person('qa', 'Quentin Marsh', 'QA', 'discipline_lead', 'qa'),
  person('accessibility', 'Ada Whitcombe', 'Accessibility', 'discipline_lead', 'accessibility'),
  person('viewer', 'Victor Nyman', 'Viewer', 'viewer'),
  person('administrator', 'Alma Reyes', 'Administrator', 'administrator'),
]

export const DEMO_TEAM = { slug: 'benefits-portal', name: 'Benefits Portal' } as const

export const DEMO_ENVIRONMENTS = [
  { key: 'development', name: 'Development', protected: false },
  { key: 'staging', name: 'Staging', protected: false },
  { key: 'production', name: 'Production', protected: true },
] as const
