import type { SectionName } from '../plan/section-name.ts'

const SECTION_WORDS: Record<SectionName, string> = {
  toggles: 'toggles',
  validation: 'validation',
  staged_rollout: 'the staged-rollout decision',
  rollback: 'rollback',
  uat: 'UAT',
  stages: 'stages',
  contacts: 'contacts',
  post_launch: 'post-launch',
}

/** Sections as a phrase: "rollback and stages". */
export function sectionsInWords(sections: readonly SectionName[]): string {
  const words = sections.map((section) => SECTION_WORDS[section])
  const last = words.pop() ?? 'nothing'
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`
}
