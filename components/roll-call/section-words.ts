import { listed } from './listed.ts'

const SECTION: Record<string, string> = {
  toggles: 'toggles',
  validation: 'validation',
  staged_rollout: 'staged rollout',
  rollback: 'rollback',
  uat: 'user acceptance testing',
  stages: 'stages',
}

/** Sections of a plan as people say them: "toggles, rollback and stages". */
export function sectionWords(sections: readonly string[]): string {
  return listed(
    sections.map((one) => SECTION[one] ?? one.replaceAll('_', ' ')),
    'and',
  )
}
