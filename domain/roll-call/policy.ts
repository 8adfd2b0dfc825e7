import { z } from 'zod'
import { type SectionName, sectionNames } from '../plan/section-name.ts'
import { DISCIPLINES, type Discipline, disciplineName } from './disciplines.ts'

interface DisciplineRule {
  /** An edit of one of these voids what the discipline said. */
  readonly reviews: readonly SectionName[]
  /** Who speaks for it, as a phrase. */
  readonly speaker: string
  /** Whether only the person themself may say it, under their own sign-in. */
  readonly inPerson: boolean
}

/** Who must speak in a roll call, and on what. Data: a team's own policy has the same shape. */
export interface Policy {
  readonly required: readonly Discipline[]
  readonly rules: Readonly<Record<Discipline, DisciplineRule>>
  /** Disciplines whose speaker never speaks for another required one. */
  readonly standsAlone: readonly Discipline[]
}

const everythingDecided: readonly SectionName[] = [
  'toggles',
  'validation',
  'staged_rollout',
  'rollback',
  'uat',
  'stages',
]

function lead(discipline: Discipline, reviews: readonly SectionName[]): DisciplineRule {
  return {
    reviews,
    speaker: `the ${spoken(disciplineName(discipline))} lead`,
    inPerson: false,
  }
}

/** The policy of a team that has set none. Contacts and results after launch void no sign-off. */
export const defaultPolicy: Policy = {
  required: ['product', 'design', 'frontend', 'backend', 'qa', 'accessibility', 'government_lead'],
  rules: {
    product: { reviews: everythingDecided, speaker: 'the program manager', inPerson: false },
    design: lead('design', ['validation', 'uat']),
    frontend: lead('frontend', ['toggles', 'validation', 'rollback', 'stages']),
    backend: lead('backend', ['toggles', 'validation', 'rollback', 'stages']),
    qa: lead('qa', ['toggles', 'validation', 'uat', 'stages']),
    accessibility: lead('accessibility', ['validation', 'uat']),
    content: lead('content', ['validation', 'uat']),
    security_privacy: lead('security_privacy', ['toggles', 'validation', 'rollback']),
    analytics: lead('analytics', ['staged_rollout', 'stages']),
    contact_center: lead('contact_center', ['staged_rollout', 'uat', 'stages']),
    government_lead: { reviews: everythingDecided, speaker: 'the government lead', inPerson: true },
  },
  standsAlone: ['government_lead'],
}

/** A discipline that a round asks, as the policy stood when the round opened. */
export const askedDiscipline = z.object({
  discipline: z.enum(DISCIPLINES),
  required: z.boolean(),
  reviews: z.array(z.enum(sectionNames)),
})

/** The disciplines of a round as they are kept with it. */
export const askedDisciplines = z.array(askedDiscipline)

export type AskedDiscipline = z.infer<typeof askedDiscipline>

/**
 * Whom a round asks: what the policy requires, and what the plan adds, as required or as invited
 * to speak. Each once, required first named as such; nothing that the policy requires is dropped.
 */
export function disciplinesToAsk(
  policy: Policy,
  added: { readonly require: readonly Discipline[]; readonly invite: readonly Discipline[] },
): AskedDiscipline[] {
  const required = new Set([...policy.required, ...added.require])
  const asked = new Set([...required, ...added.invite])
  return [...asked].map((discipline) => ({
    discipline,
    required: required.has(discipline),
    reviews: [...policy.rules[discipline].reviews],
  }))
}

/** A discipline's name inside a sentence: "frontend", "QA", "security and privacy". */
export function spoken(name: string): string {
  return name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
