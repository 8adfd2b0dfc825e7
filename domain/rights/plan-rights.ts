import type { Rule } from './rule.ts'

/** Release plans. */
export const planRights = {
  'plan.import': {
    does: 'import a release plan',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    where: 'team',
    scopes: ['plan'],
  },
  'plan.edit': {
    does: 'edit a release plan',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'administrator'],
    where: 'team',
    scopes: ['plan'],
  },
  'finding.acknowledge': {
    does: 'acknowledge a finding',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
