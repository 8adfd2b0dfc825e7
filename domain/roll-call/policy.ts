import type { SectionName } from '../plan/section-name.ts'
import { DISCIPLINES, type Discipline, disciplineName } from './disciplines.ts'

/**
 * Who can speak for a discipline: the lead of a discipline (for government_lead, the government
 * lead), the program manager, or a tech lead.
 */
export const SPEAKERS = [...DISCIPLINES, 'program_manager', 'tech_lead'] as const

export type SpeakerRole = (typeof SPEAKERS)[number]

// Types and not interfaces: they are stored as JSON, which an interface does not promise to be.
type DisciplineRule = {
  /** An edit of one of these voids what the discipline said. */
  readonly reviews: readonly SectionName[]
  /** Whose word it is. */
  readonly speakers: readonly SpeakerRole[]
  /** Whether only the person themself may say it, under their own sign-in. */
  readonly in_person: boolean
  /** Whether it may abstain, with its reason, and counts as having spoken. */
  readonly abstain: boolean
  /** Whether it may say that the release does not concern it, with its reason. */
  readonly not_applicable: boolean
  /** Whether whoever wrote the newest revision may speak for it. */
  readonly author_may_sign: boolean
}

/** Who must speak in a roll call, on what, and who may speak for them; `policySchema` reads it. */
export type Policy = {
  readonly required: readonly Discipline[]
  readonly rules: Readonly<Record<Discipline, DisciplineRule>>
  /** Disciplines whose speaker speaks for no other required one; the government lead always is. */
  readonly stands_alone: readonly Discipline[]
  /** How long a word stays good, in days of 24 hours; null as long as what it rests on stands. */
  readonly good_for_days: number | null
}

const everythingDecided: readonly SectionName[] = [
  'toggles',
  'validation',
  'staged_rollout',
  'rollback',
  'uat',
  'stages',
]

/** A discipline of the seven says go or no-go; whoever is asked besides them may pass. */
function lead(
  discipline: Discipline,
  reviews: readonly SectionName[],
  about: Partial<DisciplineRule> = {},
): DisciplineRule {
  return {
    reviews,
    speakers: [discipline],
    in_person: false,
    abstain: false,
    not_applicable: false,
    author_may_sign: true,
    ...about,
  }
}

const mayPass = { abstain: true, not_applicable: true } as const

/** The policy of a team that has set none. Contacts and results after launch void no sign-off. */
export const defaultPolicy: Policy = {
  required: ['product', 'design', 'frontend', 'backend', 'qa', 'accessibility', 'government_lead'],
  rules: {
    product: lead('product', everythingDecided, { speakers: ['program_manager', 'product'] }),
    design: lead('design', ['validation', 'uat']),
    frontend: lead('frontend', ['toggles', 'validation', 'rollback', 'stages']),
    backend: lead('backend', ['toggles', 'validation', 'rollback', 'stages']),
    qa: lead('qa', ['toggles', 'validation', 'uat', 'stages']),
    accessibility: lead('accessibility', ['validation', 'uat']),
    content: lead('content', ['validation', 'uat'], mayPass),
    security_privacy: lead('security_privacy', ['toggles', 'validation', 'rollback'], mayPass),
    analytics: lead('analytics', ['staged_rollout', 'stages'], mayPass),
    contact_center: lead('contact_center', ['staged_rollout', 'uat', 'stages'], mayPass),
    government_lead: lead('government_lead', everythingDecided, { in_person: true }),
  },
  stands_alone: ['government_lead'],
  good_for_days: null,
}

/** Who speaks for a discipline, as a phrase: "the program manager", "the QA lead or a tech lead". */
export function speakerOf(policy: Policy, discipline: Discipline): string {
  const { speakers } = policy.rules[discipline]
  const mine = speakers.filter(
    (one) => !(one === 'product' && speakers.includes('program_manager')),
  )
  const last = mine.at(-1)
  if (last === undefined) return 'nobody'
  const before = mine.slice(0, -1).map(speakerWords)
  return before.length === 0 ? speakerWords(last) : `${before.join(', ')} or ${speakerWords(last)}`
}

/** One who can speak, as a phrase: "the QA lead", "a tech lead". */
function speakerWords(speaker: SpeakerRole): string {
  if (speaker === 'program_manager') return 'the program manager'
  if (speaker === 'tech_lead') return 'a tech lead'
  if (speaker === 'government_lead') return 'the government lead'
  return `the ${spoken(disciplineName(speaker))} lead`
}

/** A discipline's name inside a sentence: "frontend", "QA", "security and privacy". */
export function spoken(name: string): string {
  return name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
