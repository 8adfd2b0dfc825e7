import { DEMO_PEOPLE, type DemoPerson } from '../../prisma/demo-people.ts'

/** The people of the tests are those of the demo, by their first names here, by their keys there. */
const castKeys = {
  priya: 'program_manager',
  tomas: 'tech_lead',
  grace: 'government_lead',
  ben: 'backend',
  fern: 'frontend',
  dalia: 'design',
  quentin: 'qa',
  ada: 'accessibility',
  victor: 'viewer',
  alma: 'administrator',
} as const

export type CastName = keyof typeof castKeys

/** The ids of the team and, by their keys, of its people: made with the template. */
export interface CastIds {
  readonly team: string
  readonly people: Readonly<Record<string, string>>
}

/** Who somebody of the cast is in the demo. */
export function castMember(firstName: CastName): DemoPerson {
  const person = DEMO_PEOPLE.find(({ key }) => key === castKeys[firstName])
  if (person === undefined) throw new Error(`${firstName} is not among the demo's people`)
  return person
}
