import type { EntryChange, FactData, FactType, Target } from '../entry.ts'
import type { Names, ReadEntry } from '../read-entry.ts'

export const KEY = 'new_intake_form'
export const PLAN = 'new-intake'
const PRIYA = '0f0e2a52-0000-4000-8000-000000000001'
const BENEFITS_PORTAL = '0f0e2a52-0000-4000-8000-000000000002'
export const NAMES: Names = { [PRIYA]: 'Priya Raman', [BENEFITS_PORTAL]: 'Benefits Portal' }

export const inProduction: Target = { toggle: KEY, environment: 'production', plan: PLAN }
export const inRound: Target = { plan: PLAN, roll_call: 1 }
const unchecked = { checks: [], rests_on: null }
const launched = {
  from: '10 % of actors',
  to: '25 % of actors',
  checks: [{ check: 'launch_decision', passed: true }],
  rests_on: { roll_call: 1, sign_offs: [] },
}

const membership: EntryChange = {
  entity: 'membership',
  id: '0f0e2a52-0000-4000-8000-000000000003',
  version: 1,
  before: null,
  after: { person_id: PRIYA, team_id: BENEFITS_PORTAL, role: 'program_manager' },
}

export interface Told {
  readonly sentence: string
  readonly target?: Target
  readonly changes?: readonly EntryChange[]
  readonly texts?: ReadEntry['texts']
}

/** One row a kind of entry; leaving a kind out does not compile. */
export const TOLD: { readonly [T in FactType]: Told & { readonly data: FactData[T] } } = {
  'toggle.widened': {
    target: inProduction,
    data: launched,
    sentence: `Tomás Ibarra widened ${KEY} in production from 10 % to 25 %, on the launch decision of roll call 1 (22 November 2026).`,
  },
  'toggle.narrowed': {
    target: inProduction,
    data: { ...unchecked, from: '25 % of actors', to: 'off' },
    sentence: `Tomás Ibarra narrowed ${KEY} in production from 25 % to off.`,
  },
  'toggle.reshaped': {
    target: inProduction,
    data: { ...launched, to: '3 named actors' },
    sentence: `Tomás Ibarra changed ${KEY} in production from 10 % of actors to 3 named actors, which lets some in and takes others out, on the launch decision of roll call 1 (22 November 2026).`,
  },
  'toggle.rolled_back': {
    target: inProduction,
    data: { ...unchecked, from: '25 % of actors', to: '12.5 % of actors', undoes: 41 },
    sentence: `Tomás Ibarra rolled ${KEY} in production back from 25 % to 12.5 %, undoing the flip to version 41.`,
  },
  'flip.overrode_checks': {
    target: inProduction,
    data: {
      from: 'off',
      to: 'on',
      rests_on: null,
      checks: [
        { check: 'launch_decision', passed: false },
        { check: 'freeze', passed: true },
        { check: 'soak_time', passed: false },
      ],
    },
    sentence: `Tomás Ibarra overrode the checks and widened ${KEY} in production from off to on, passing over: launch decision and soak time.`,
  },
  'override.reviewed': {
    target: inProduction,
    data: { verdict: 'not_justified' },
    sentence: `Tomás Ibarra reviewed the override of ${KEY} in production and found it not justified.`,
  },
  'attempt.refused': {
    target: inProduction,
    data: {
      tried: 'widen production to 25 %',
      refusal: 'checks_not_passed',
      checks: ['launch_decision'],
    },
    sentence: `Tomás Ibarra tried to widen production to 25 % for ${KEY} and was refused: checks not passed (launch decision).`,
  },
  'toggle.registered': {
    target: { toggle: KEY, plan: PLAN },
    data: {},
    sentence: `Tomás Ibarra registered ${KEY}, named by the plan ${PLAN}.`,
  },
  'toggle.described': {
    target: { toggle: KEY },
    data: {},
    sentence: `Tomás Ibarra changed what is said of ${KEY}.`,
  },
  'toggle.archived': {
    target: { toggle: KEY },
    data: {},
    sentence: `Tomás Ibarra archived ${KEY}.`,
  },
  'plan.imported': {
    target: { plan: PLAN },
    data: { title: 'New intake form', sha256: 'ab', registered: [KEY, 'new_form'] },
    sentence: `Tomás Ibarra imported the plan "New intake form" and registered ${KEY} and new_form.`,
  },
  'plan.revised': {
    target: { plan: PLAN },
    data: { revision: 3, sha256: 'ab' },
    sentence: `Tomás Ibarra saved revision 3 of the plan ${PLAN}.`,
  },
  'finding.acknowledged': {
    target: { plan: PLAN },
    data: { finding: 'stage-2-differs' },
    sentence: `Tomás Ibarra acknowledged the finding stage-2-differs of the plan ${PLAN}.`,
  },
  'roll_call.opened': {
    target: inRound,
    data: { revision: 2, required: ['product', 'qa', 'security_privacy'] },
    sentence: `Tomás Ibarra opened roll call 1 of ${PLAN} on revision 2; required: Product, QA and Security and privacy.`,
  },
  'sign_off.signed': {
    target: inRound,
    data: { discipline: 'backend', verdict: 'no_go', revision: 2 },
    sentence: `Tomás Ibarra signed no-go for Backend in roll call 1 of ${PLAN}, on revision 2.`,
  },
  'sign_off.recorded': {
    target: inRound,
    data: { discipline: 'frontend', verdict: 'go', revision: 2 },
    texts: { given_by: 'Fern Lindqvist' },
    sentence: `Tomás Ibarra recorded that Fern Lindqvist said go for Frontend in roll call 1 of ${PLAN}, on revision 2.`,
  },
  'prompt.answered': {
    target: inRound,
    data: { n: 4, answer: 'not_applicable' },
    sentence: `Tomás Ibarra answered prompt 4 of roll call 1 of ${PLAN} with not applicable.`,
  },
  'roll_call.decided': {
    target: inRound,
    data: { decision: 'launch' },
    sentence: `Tomás Ibarra decided roll call 1 of ${PLAN}: launch.`,
  },
  'freeze.set': {
    data: {
      starts_at: '2026-12-23T00:00:00.000Z',
      ends_at: '2027-01-02T08:30:00.000Z',
      environments: ['staging', 'production'],
    },
    sentence:
      'Tomás Ibarra set a freeze of staging and production from 23 December 2026, 00:00 UTC to 2 January 2027, 08:30 UTC.',
  },
  'freeze.lifted': {
    data: {},
    changes: [
      {
        entity: 'freeze_window',
        id: PRIYA,
        version: 2,
        before: {},
        after: { starts_at: '2026-12-23T00:00:00.000Z', ends_at: '2027-01-02T08:30:00.000Z' },
      },
    ],
    sentence:
      'Tomás Ibarra lifted the freeze from 23 December 2026, 00:00 UTC to 2 January 2027, 08:30 UTC.',
  },
  'team.created': {
    data: { slug: 'benefits-portal' },
    changes: [
      {
        entity: 'team',
        id: BENEFITS_PORTAL,
        version: 1,
        before: null,
        after: { slug: 'benefits-portal', name: 'Benefits Portal' },
      },
    ],
    sentence: 'Tomás Ibarra created the team Benefits Portal.',
  },
  'environment.created': {
    target: { environment: 'production' },
    data: { protected: true },
    sentence: 'Tomás Ibarra created the protected environment production.',
  },
  'person.added': {
    data: { person: PRIYA },
    sentence: 'Tomás Ibarra added Priya Raman to the people.',
  },
  'person.disabled': {
    data: { person: PRIYA },
    sentence: 'Tomás Ibarra disabled Priya Raman, who can no longer sign in.',
  },
  'person.moved': {
    data: { person: PRIYA },
    sentence: 'Tomás Ibarra moved Priya Raman to another identity provider.',
  },
  'membership.granted': {
    data: { person: PRIYA, role: 'program_manager', discipline: null },
    changes: [membership],
    sentence: 'Tomás Ibarra made Priya Raman a program manager of Benefits Portal.',
  },
  'membership.revoked': {
    data: { person: PRIYA, role: 'discipline_lead', discipline: 'backend' },
    changes: [membership],
    sentence:
      'Tomás Ibarra took from Priya Raman the role of discipline lead (Backend) of Benefits Portal.',
  },
  'session.started': { data: { method: 'oidc' }, sentence: 'Tomás Ibarra signed in.' },
  'session.ended': { data: {}, sentence: 'Tomás Ibarra signed out.' },
  'token.made': {
    data: { name: 'claims portal', kind: 'flags' },
    sentence: 'Tomás Ibarra made the evaluation token "claims portal".',
  },
  'token.revoked': {
    data: { name: 'deploys', kind: 'service' },
    sentence: 'Tomás Ibarra revoked the service account "deploys".',
  },
  'log.exported': {
    data: { format: 'csv' },
    sentence: 'Tomás Ibarra exported the audit log as CSV.',
  },
}
