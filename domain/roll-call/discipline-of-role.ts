import type { Discipline } from './disciplines.ts'

const WORDS: readonly (readonly [RegExp, readonly Discipline[]])[] = [
  [
    /\b(octo|octode|depo|government|gov|va) (lead|po|product (owner|lead|manager))\b|\bgovernment\b|\bocto\b|\bdepo\b/,
    ['government_lead'],
  ],
  [/\b(accessibility|a11y|508)\b/, ['accessibility']],
  [/\b(content|copy(writer)?|editor)\b/, ['content']],
  [/\b(security|privacy|ato)\b/, ['security_privacy']],
  [/\b(contact|call|help) (center|centre|desk)\b/, ['contact_center']],
  [/\b(analytics|analyst|data)\b/, ['analytics']],
  [/\b(qa|quality|test(er|ing)?)\b/, ['qa']],
  [/\b(front ?end|fe|ui engineer)\b/, ['frontend']],
  [/\b(back ?end|be|api engineer)\b/, ['backend']],
  [/\b(full ?stack)\b/, ['frontend', 'backend']],
  [/\b(design(er)?|ux|ui|researcher?)\b/, ['design']],
  [
    /\b(product|program|project) ?(manager|owner|lead)?\b|\b(pm|po|scrum master|delivery)\b/,
    ['product'],
  ],
]

/**
 * The disciplines that a role, as people write it in a plan, is on the hook for: "Front-end
 * engineer", "OCTO lead", "PM". Empty when the words name none; a tech lead widens and rolls back,
 * and speaks for no discipline.
 */
export function disciplinesOfRole(role: string): Discipline[] {
  const words = role
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const found = WORDS.filter(([pattern]) => pattern.test(words)).flatMap(([, named]) => named)
  const once = [...new Set(found)]
  // "OCTO product owner" is the agency's product owner: the government lead, not the team's product.
  return once.includes('government_lead') ? ['government_lead'] : once
}
