import type { Role } from './actor.ts'

/** Who may do one thing. */
export interface Rule {
  /** The end of "… may not …": what the action is, for a sentence. */
  readonly does: string
  readonly roles: readonly Role[]
  /** Scopes with which a service account may do it. */
  readonly scopes: readonly string[]
}

const everyone: readonly Role[] = [
  'viewer',
  'program_manager',
  'tech_lead',
  'discipline_lead',
  'government_lead',
  'auditor',
  'administrator',
]

/**
 * Who may do what: the one table that commands, queries, pages and tests ask. Administrators set
 * things up but neither flip protected environments nor sign; auditors write nothing.
 */
export const PERMISSIONS = {
  'release.read': { does: 'read plans and toggles', roles: everyone, scopes: ['read'] },
  'audit.read': { does: 'read the audit log', roles: everyone, scopes: ['read'] },
  'audit.export': {
    does: 'export the audit log',
    roles: ['program_manager', 'tech_lead', 'government_lead', 'auditor', 'administrator'],
    scopes: ['read'],
  },
  'actors.read': {
    does: 'see whom a toggle names',
    roles: everyone.filter((role) => role !== 'viewer'),
    scopes: ['flip'],
  },
  'audit.review': {
    does: 'say that the audit log was reviewed',
    roles: ['government_lead'],
    scopes: [],
  },
  'plan.import': {
    does: 'import a release plan',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    scopes: ['plan'],
  },
  'plan.edit': {
    does: 'edit a release plan',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'administrator'],
    scopes: ['plan'],
  },
  'toggle.register': {
    does: 'register a toggle',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    scopes: ['register'],
  },
  'toggle.archive': {
    does: 'archive a toggle',
    roles: ['program_manager', 'tech_lead', 'administrator'],
    scopes: ['archive'],
  },
  'flip.unprotected': {
    does: 'flip a toggle in an environment that is not protected',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'administrator'],
    scopes: ['flip'],
  },
  'flip.widen_protected': {
    does: 'widen a toggle in a protected environment',
    roles: ['tech_lead'],
    scopes: [],
  },
  'flip.narrow_protected': {
    does: 'narrow a toggle in a protected environment',
    roles: ['tech_lead', 'program_manager', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'flip.override': {
    does: 'widen although checks fail',
    roles: ['tech_lead'],
    scopes: [],
  },
  'override.review': {
    does: 'review an override',
    roles: ['government_lead', 'tech_lead', 'program_manager'],
    scopes: [],
  },
  'guard.manage': {
    does: 'make, change or remove a guard',
    roles: ['tech_lead', 'program_manager'],
    scopes: [],
  },
  'guard.release': {
    does: "release a guard's hold",
    roles: ['tech_lead', 'program_manager'],
    scopes: [],
  },
  'roll_call.open': { does: 'open a roll call', roles: ['program_manager'], scopes: [] },
  'sign_off.record': {
    does: 'record what another person said in the roll call',
    roles: ['program_manager'],
    scopes: [],
  },
  'sign_off.sign': {
    does: 'sign off',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'sign_off.delegate': {
    does: 'let somebody else speak in your place',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'prompt.answer': {
    does: 'answer a prompt of the roll call',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'meeting.run': {
    does: 'call the turns of a roll call, time it and note who is there',
    roles: ['program_manager'],
    scopes: [],
  },
  'meeting.attend': { does: 'attend a roll call', roles: everyone, scopes: [] },
  'finding.acknowledge': {
    does: 'acknowledge a finding',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'decision.make': {
    does: 'decide a roll call',
    roles: ['program_manager', 'government_lead'],
    scopes: [],
  },
  'freeze.set': {
    does: 'set or lift a freeze',
    roles: ['program_manager', 'government_lead', 'tech_lead', 'administrator'],
    scopes: [],
  },
  'line.stop': {
    does: 'stop the line',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead', 'administrator'],
    scopes: [],
  },
  'line.release': {
    does: 'release the line',
    roles: ['program_manager', 'government_lead'],
    scopes: [],
  },
  'incident.open': {
    does: 'open an incident on a toggle',
    roles: ['tech_lead', 'program_manager', 'discipline_lead', 'government_lead'],
    scopes: [],
  },
  'incident.resolve': {
    does: 'resolve an incident',
    roles: ['tech_lead', 'program_manager'],
    scopes: [],
  },
  'checks.propose': {
    does: 'propose which checks bind',
    roles: ['tech_lead', 'program_manager', 'administrator'],
    scopes: [],
  },
  'checks.decide': {
    does: 'accept or decline which checks bind',
    roles: ['tech_lead', 'program_manager', 'government_lead'],
    scopes: [],
  },
  'environment.unprotect': {
    does: 'accept or decline that an environment is no longer protected',
    roles: ['program_manager', 'government_lead'],
    scopes: [],
  },
  'stage.run': {
    does: 'start, pause or resume a stage',
    roles: ['tech_lead', 'program_manager'],
    scopes: [],
  },
  'stage.results': {
    does: 'record the results of a stage',
    roles: ['tech_lead', 'program_manager', 'discipline_lead'],
    scopes: [],
  },
  'stage.waive': {
    does: 'waive the soak or a criterion of a stage',
    roles: ['program_manager', 'government_lead'],
    scopes: [],
  },
  'check_in.record': {
    does: 'record a check-in',
    roles: ['program_manager', 'tech_lead', 'discipline_lead'],
    scopes: [],
  },
  'people.manage': { does: 'manage people and roles', roles: ['administrator'], scopes: [] },
  'token.manage': { does: 'manage tokens', roles: ['administrator'], scopes: [] },
  'webhook.manage': { does: 'keep webhooks', roles: ['administrator'], scopes: [] },
  'settings.change': { does: 'change settings', roles: ['administrator'], scopes: [] },
} as const satisfies Record<string, Rule>

/** The scope of a person's token that neither signs nor widens what is protected. */
export const LIMITED = 'limited'

/**
 * What a limited token does not do although its person may: sign, decide, and widen what is
 * protected. Those tokens alone live longer than a day.
 */
export const NOT_BY_LIMITED_TOKENS: ReadonlySet<string> = new Set<keyof typeof PERMISSIONS>([
  'sign_off.sign',
  'sign_off.record',
  'decision.make',
  'flip.widen_protected',
  'flip.override',
])
