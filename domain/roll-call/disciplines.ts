export const DISCIPLINES = [
  'product',
  'design',
  'frontend',
  'backend',
  'qa',
  'accessibility',
  'content',
  'security_privacy',
  'analytics',
  'contact_center',
  'government_lead',
] as const

/** A discipline that can speak in a roll call. */
export type Discipline = (typeof DISCIPLINES)[number]

const NAMES: Record<Discipline, string> = {
  product: 'Product',
  design: 'Design',
  frontend: 'Frontend',
  backend: 'Backend',
  qa: 'QA',
  accessibility: 'Accessibility',
  content: 'Content',
  security_privacy: 'Security and privacy',
  analytics: 'Analytics',
  contact_center: 'Contact center',
  government_lead: 'Government lead',
}

/** A discipline's name as people say it. */
export function disciplineName(discipline: Discipline): string {
  return NAMES[discipline]
}

/** Whether a word from outside is a discipline. */
export function isDiscipline(word: string): word is Discipline {
  return DISCIPLINES.some((discipline) => discipline === word)
}
