import { installationRights } from './rights/installation-rights.ts'
import { planRights } from './rights/plan-rights.ts'
import { readingRights } from './rights/reading-rights.ts'
import { rollCallRights } from './rights/roll-call-rights.ts'
import { rolloutRights } from './rights/rollout-rights.ts'
import type { Rule } from './rights/rule.ts'
import { toggleRights } from './rights/toggle-rights.ts'

/**
 * Who may do what: the one table that commands, queries, pages and tests ask. Administrators set
 * things up but neither flip protected environments nor sign; auditors write nothing.
 */
export const PERMISSIONS = {
  ...readingRights,
  ...planRights,
  ...rollCallRights,
  ...toggleRights,
  ...rolloutRights,
  ...installationRights,
} as const satisfies Record<string, Rule>

/** The scope of a person's token that neither signs nor widens what is protected. */
export const LIMITED = 'limited'

/**
 * What a limited token does not do although its person may: sign, decide, widen what is protected,
 * and say who may do what. Those tokens alone live longer than a day.
 */
export const NOT_BY_LIMITED_TOKENS: ReadonlySet<string> = new Set<keyof typeof PERMISSIONS>([
  'sign_off.sign',
  'sign_off.record',
  'decision.make',
  'flip.widen_protected',
  'flip.override',
  'people.manage',
  'person.manage',
  'token.manage',
  'webhook.manage',
  'settings.change',
  'environment.connect',
])
