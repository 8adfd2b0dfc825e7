import type { Example } from './example.ts'
import { MEETING_DOCUMENT, PLAN_DOCUMENT } from './plan-document.ts'

const slug = 'release-plan-new-intake-form'
const params = { slug }

/** Plans: imported, read, edited, and their findings seen. */
export const PLAN_EXAMPLES: readonly Example[] = [
  {
    of: 'importPlan',
    as: 'priya',
    query: { register: 'new_intake_form' },
    markdown: PLAN_DOCUMENT,
  },
  { of: 'importPlan', as: 'priya', query: { dry_run: 'true' }, markdown: PLAN_DOCUMENT },
  { of: 'importPlan', as: 'priya', markdown: MEETING_DOCUMENT, keep: { meetingPlan: 'plan.slug' } },
  { of: 'listPlans', as: 'victor', query: { toggle: 'new_intake_form', limit: '20' } },
  { of: 'readPlan', as: 'victor', params },
  { of: 'readDocument', as: 'victor', params },
  {
    of: 'previewRevision',
    as: 'priya',
    params,
    markdown: PLAN_DOCUMENT.replace('2 days', '3 days'),
  },
  {
    of: 'editPlan',
    as: 'priya',
    params,
    query: { dry_run: 'true' },
    headers: { 'if-match': '"1"' },
    json: { edits: [{ edit: 'change_stage', n: 1, soak: '3 days' }] },
  },
  {
    of: 'editPlan',
    as: 'priya',
    params,
    headers: { 'if-match': '"1"' },
    json: { edit: 'change_stage', n: 1, soak: '3 days' },
  },
  {
    of: 'revisePlan',
    as: 'priya',
    params,
    headers: { 'if-match': '"2"' },
    markdown: PLAN_DOCUMENT.replace('2 days', '4 days'),
  },
  { of: 'readPlan', as: 'priya', params, keep: { finding: 'reading.findings.0.id' } },
  {
    of: 'acknowledgeFinding',
    as: 'priya',
    params: { slug, id: '{finding}' },
    json: { acknowledged: true, note: 'The body is right: 25 %' },
  },
]

/** What is read of a plan when its rollout is over. */
export const RECORD_EXAMPLES: readonly Example[] = [
  { of: 'readRecord', as: 'grace', params },
  { of: 'readCheckIn', as: 'victor', params: { slug, which: 'one_week' } },
  {
    of: 'recordCheckIn',
    as: 'priya',
    params: { slug, which: 'one_week' },
    json: {
      users: 41_200,
      metrics: [
        { name: 'Completed applications', comparator: '>=', threshold: 80, unit: '%', actual: 86 },
      ],
      errors: 3,
      errors_note: 'Three timeouts of the address lookup',
    },
  },
]
