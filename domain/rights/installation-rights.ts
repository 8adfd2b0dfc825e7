import type { Rule } from './rule.ts'

/** Who may do what, and what holds for everybody. */
export const installationRights = {
  'people.manage': {
    does: 'grant or take back roles',
    roles: ['administrator'],
    where: 'team',
    scopes: [],
  },
  'person.manage': {
    does: 'manage people and their sessions',
    roles: ['administrator'],
    where: 'installation',
    scopes: [],
  },
  'token.manage': {
    does: 'manage tokens',
    roles: ['administrator'],
    where: 'installation',
    scopes: [],
  },
  'webhook.manage': {
    does: 'keep webhooks',
    roles: ['administrator'],
    where: 'installation',
    scopes: [],
  },
  'environment.connect': {
    does: 'connect an environment to a Flipper server',
    roles: ['administrator'],
    where: 'installation',
    scopes: [],
  },
  'settings.change': {
    does: 'change settings',
    roles: ['administrator'],
    where: 'team',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
