import type { SectionName } from '../plan/sections.ts'

/** The sections of a plan that a discipline can be asked to review: all of them. */
export const reviewableSections = [
  'toggles',
  'validation',
  'staged_rollout',
  'rollback',
  'uat',
  'stages',
  'contacts',
  'post_launch',
] as const satisfies readonly SectionName[]
