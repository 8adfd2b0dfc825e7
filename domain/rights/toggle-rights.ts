import type { Rule } from './rule.ts'

/** Toggles, and what guards them. */
export const toggleRights = {
  'toggle.register': {
    does: 'register a toggle',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    where: 'team',
    scopes: ['register'],
  },
  'toggle.archive': {
    does: 'archive a toggle',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    where: 'team',
    scopes: ['archive'],
  },
  'flip.unprotected': {
    does: 'flip a toggle in an environment that is not protected',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'administrator'],
    where: 'team',
    scopes: ['flip'],
  },
  'flip.widen_protected': {
    does: 'widen a toggle in a protected environment',
    roles: ['tech_lead'],
    where: 'team',
    scopes: [],
  },
  'flip.narrow_protected': {
    does: 'narrow a toggle in a protected environment',
    roles: ['tech_lead', 'program_manager', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'flip.override': {
    does: 'widen although checks fail',
    roles: ['tech_lead'],
    where: 'team',
    scopes: [],
  },
  'override.review': {
    does: 'review an override',
    roles: ['government_lead', 'tech_lead', 'program_manager'],
    where: 'team',
    scopes: [],
  },
  'guard.manage': {
    does: 'make, change or remove a guard',
    roles: ['tech_lead', 'program_manager'],
    where: 'team',
    scopes: [],
  },
  'guard.release': {
    does: "release a guard's hold",
    roles: ['tech_lead', 'program_manager'],
    where: 'team',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
