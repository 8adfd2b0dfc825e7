import type { Example } from './example.ts'

const slug = 'release-plan-new-intake-form'
const first = { slug, n: '1' }

/** A rollout by its stages. */
export const STAGE_EXAMPLES: readonly Example[] = [
  { of: 'listStages', as: 'victor', params: { slug } },
  { of: 'startStage', as: 'tomas', params: first, json: { reason: 'Test users are told' } },
  { of: 'pauseStage', as: 'tomas', params: first, json: { reason: 'One of them cannot sign in' } },
  { of: 'resumeStage', as: 'tomas', params: first, json: { reason: 'They can now' } },
  {
    of: 'recordStageResults',
    as: 'tomas',
    params: first,
    json: {
      users: 12,
      metrics: [
        { name: 'Completed applications', comparator: '>=', threshold: 80, unit: '%', actual: 75 },
      ],
      errors: 0,
      decision: 'proceed',
    },
  },
  {
    of: 'waiveStage',
    as: 'priya',
    params: first,
    json: {
      criterion: 'Completed applications',
      reason: 'Two of the twelve were not eligible at all',
    },
  },
]
