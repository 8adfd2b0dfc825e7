import type { Rule } from './rule.ts'

/** The rollout, and what holds it. */
export const rolloutRights = {
  'freeze.set': {
    does: 'set or lift a freeze',
    roles: ['program_manager', 'government_lead', 'tech_lead', 'administrator'],
    where: 'team',
    scopes: [],
  },
  'line.stop': {
    does: 'stop the line',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead', 'administrator'],
    where: 'installation',
    scopes: [],
  },
  'line.release': {
    does: 'release the line',
    roles: ['program_manager', 'government_lead'],
    where: 'installation',
    scopes: [],
  },
  'incident.open': {
    does: 'open an incident on a toggle',
    roles: ['tech_lead', 'program_manager', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'incident.resolve': {
    does: 'resolve an incident',
    roles: ['tech_lead', 'program_manager'],
    where: 'team',
    scopes: [],
  },
  'checks.propose': {
    does: 'propose which checks bind',
    roles: ['tech_lead', 'program_manager', 'administrator'],
    where: 'team',
    scopes: [],
  },
  'checks.decide': {
    does: 'accept or decline which checks bind',
    roles: ['tech_lead', 'program_manager', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'environment.unprotect': {
    does: 'accept or decline that an environment is no longer protected',
    roles: ['program_manager', 'government_lead'],
    where: 'installation',
    scopes: [],
  },
  'stage.run': {
    does: 'start, pause or resume a stage',
    roles: ['tech_lead', 'program_manager'],
    where: 'team',
    scopes: [],
  },
  'stage.results': {
    does: 'record the results of a stage',
    roles: ['tech_lead', 'program_manager', 'discipline_lead'],
    where: 'team',
    scopes: [],
  },
  'stage.waive': {
    does: 'waive the soak or a criterion of a stage',
    roles: ['program_manager', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'check_in.record': {
    does: 'record a check-in',
    roles: ['program_manager', 'tech_lead', 'discipline_lead'],
    where: 'team',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
