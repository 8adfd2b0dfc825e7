import { genericKinds, type HeadingKind } from './heading-kind.ts'
import { isWithin, type Section } from './outline.ts'

export const sectionNames = [
  'toggles',
  'validation',
  'staged_rollout',
  'rollback',
  'uat',
  'stages',
  'contacts',
  'post_launch',
] as const

/** The parts of a plan that mean something. */
export type SectionName = (typeof sectionNames)[number]

const nameOfKind: Partial<Record<HeadingKind, SectionName>> = {
  toggles: 'toggles',
  validation: 'validation',
  staged_question: 'staged_rollout',
  exceptions: 'staged_rollout',
  rollback: 'rollback',
  uat: 'uat',
  stage: 'stages',
  rollout: 'stages',
  production: 'stages',
  contacts: 'contacts',
  go_live: 'post_launch',
  post_launch: 'post_launch',
  check_ins: 'post_launch',
  one_week: 'post_launch',
  one_month: 'post_launch',
  questions: 'post_launch',
}

/** The named part that a piece of the outline belongs to, or null for the team's own chapters. */
export function sectionNameOf(section: Section): SectionName | null {
  for (let at: Section | null = section; at; at = at.parent) {
    if (at.isTitle && at !== section) return null
    const name = at.kind ? nameOfKind[at.kind] : undefined
    const passedOwn = at !== section && section.kind === null && at.kind === 'production'
    if (name) return passedOwn ? null : name
    if (at.kind && !genericKinds.has(at.kind) && at.kind !== 'criteria') return null
  }
  return null
}

/** Whether a piece of the outline only records what came of the plan. */
export function isRecord(section: Section): boolean {
  return isWithin(section, 'results', 'check_ins', 'one_week', 'one_month', 'questions')
}
