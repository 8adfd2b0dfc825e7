import type { Example } from './example.ts'

const team = { slug: 'benefits-portal' }

/** What an installation is set up as: environments, checks, tokens. */
export const SETTINGS_EXAMPLES: readonly Example[] = [
  { of: 'listEnvironments', as: 'victor' },
  {
    of: 'addEnvironment',
    as: 'alma',
    json: { key: 'training', name: 'Training', protected: true },
  },
  {
    of: 'orderEnvironments',
    as: 'alma',
    json: { order: ['development', 'training', 'staging', 'production'] },
  },
  {
    of: 'changeEnvironment',
    as: 'alma',
    params: { key: 'training' },
    json: { name: 'Training rooms' },
  },
  {
    of: 'proposeUnprotection',
    as: 'alma',
    params: { key: 'training' },
    json: { reason: 'Nobody real is in it' },
    keep: { unprotection: 'id' },
  },
  {
    of: 'decideUnprotection',
    as: 'grace',
    params: { key: 'training', id: '{unprotection}' },
    json: { verdict: 'accepted' },
  },
  { of: 'listChecks', as: 'victor', params: team },
  {
    of: 'proposeChecks',
    as: 'tomas',
    params: team,
    json: {
      environment: 'production',
      bind: ['staging_first'],
      reason: 'Staging has the same data now',
    },
    keep: { proposal: 'id' },
  },
  {
    of: 'decideChecks',
    as: 'grace',
    params: { ...team, id: '{proposal}' },
    json: { verdict: 'accepted', note: 'Agreed in the review' },
  },
  {
    of: 'makeToken',
    as: 'alma',
    json: {
      kind: 'service',
      name: 'Deployment pipeline',
      scopes: ['read', 'flip'],
      lasts_hours: 720,
    },
    keep: { token: 'id' },
  },
  { of: 'listTokens', as: 'alma' },
  {
    of: 'rotateToken',
    as: 'alma',
    params: { id: '{token}' },
    keep: { rotated: 'id' },
  },
  { of: 'revokeToken', as: 'alma', params: { id: '{rotated}' } },
]
