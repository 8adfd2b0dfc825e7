import type { Example } from './example.ts'

const key = 'new_intake_form'
const production = { key, environment: 'production' }
const staging = { key, environment: 'staging' }

/** The registry, and toggles that move. */
export const TOGGLE_EXAMPLES: readonly Example[] = [
  { of: 'readSelf', as: 'tomas' },
  { of: 'readWaiting', as: 'tomas' },
  {
    of: 'registerToggle',
    as: 'tomas',
    json: { key: 'document_upload', description: 'Takes photographs of letters' },
  },
  {
    of: 'registerToggle',
    as: 'tomas',
    json: { key: 'old_header', description: 'The header of 2024' },
  },
  {
    of: 'importToggles',
    as: 'tomas',
    json: {
      format: 'flipper_export',
      content:
        '{"version":1,"features":{"reminders":{"boolean":null,"groups":[],"actors":[],"expression":null,"percentage_of_actors":"25","percentage_of_time":null}}}',
      environment: 'staging',
      reason: 'Moving from Flipper',
    },
  },
  { of: 'listToggles', as: 'victor', query: { state: 'off', limit: '20' } },
  { of: 'readToggle', as: 'victor', params: { key } },
  { of: 'readEnvironmentState', as: 'victor', params: production },
  {
    of: 'archiveToggle',
    as: 'tomas',
    params: { key: 'old_header' },
    json: { reason: 'Everybody has the new one', confirmed: true },
  },
  {
    of: 'readReadiness',
    as: 'tomas',
    params: production,
    query: { percentage_of_actors: '10' },
  },
  { of: 'proposeFlip', as: 'tomas', params: production, json: { percentage_of_actors: 10 } },
  {
    of: 'flipToggle',
    as: 'tomas',
    params: staging,
    json: { percentage_of_actors: 25, reason: 'The whole team tries it', expected_version: 1 },
  },
  { of: 'proposeRollback', as: 'tomas', params: staging },
  {
    of: 'rollBackToggle',
    as: 'tomas',
    params: staging,
    json: { reason: 'The error rate doubled' },
  },
  { of: 'readToggleHistory', as: 'victor', params: staging },
  { of: 'readEvaluation', as: 'victor', params: staging, query: { actor: 'user-1' } },
  {
    of: 'flipTogether',
    as: 'tomas',
    json: {
      environment: 'staging',
      flips: [
        { toggle: key, percentage_of_actors: 50 },
        { toggle: 'document_upload', boolean: true },
      ],
      reason: 'Both are tried together',
    },
  },
  {
    of: 'flipPlan',
    as: 'tomas',
    params: { slug: 'release-plan-new-intake-form' },
    json: {
      environment: 'staging',
      flips: [{ toggle: key, boolean: true }],
      reason: 'Everybody in staging',
    },
  },
  {
    of: 'proposeNarrowing',
    as: 'tomas',
    json: { environment: 'staging', toggles: [key], to: { percentage: 10 } },
  },
  {
    of: 'narrowToggles',
    as: 'tomas',
    json: { environment: 'staging', toggles: [key], to: 'off', reason: 'The night before' },
  },
]

/** Production by an override, what a second person says to it, and the way back. */
export const PRODUCTION_EXAMPLES: readonly Example[] = [
  {
    of: 'flipToggle',
    as: 'tomas',
    params: production,
    json: {
      boolean: true,
      reason: 'The old form lost its certificate',
      override: { reason: 'Nobody can apply at all until the new form is out' },
    },
  },
  { of: 'listOverrides', as: 'grace', keep: { override: 'overrides.0.id' } },
  {
    of: 'reviewOverride',
    as: 'grace',
    params: { id: '{override}' },
    json: { verdict: 'justified', note: 'The old form was down for an hour' },
  },
]

/** The way back of a whole plan. */
export const PLAN_ROLLBACK_EXAMPLES: readonly Example[] = [
  { of: 'proposePlanRollback', as: 'tomas', params: { slug: 'release-plan-new-intake-form' } },
  {
    of: 'rollBackPlan',
    as: 'tomas',
    params: { slug: 'release-plan-new-intake-form' },
    json: { reason: 'We go back to the old form' },
  },
]
