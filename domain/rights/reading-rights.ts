import { everyone, type Rule } from './rule.ts'

/** Reading what is there. */
export const readingRights = {
  'release.read': {
    does: 'read plans and toggles',
    roles: everyone,
    where: 'installation',
    scopes: ['read'],
  },
  'audit.read': {
    does: 'read the audit log',
    roles: everyone,
    where: 'installation',
    scopes: ['read'],
  },
  'audit.export': {
    does: 'export the audit log',
    roles: ['program_manager', 'tech_lead', 'government_lead', 'auditor', 'administrator'],
    where: 'installation',
    scopes: ['read'],
  },
  'actors.read': {
    does: 'see whom a toggle names',
    roles: everyone.filter((role) => role !== 'viewer'),
    where: 'team',
    scopes: ['flip'],
  },
  'audit.review': {
    does: 'say that the audit log was reviewed',
    roles: ['government_lead'],
    where: 'installation',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
