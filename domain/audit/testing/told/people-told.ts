import type { EntryChange } from '../../entry.ts'
import type { PeopleFacts } from '../../facts/people-facts.ts'
import { BENEFITS_PORTAL, PRIYA, type ToldOf } from '../told.ts'

const membership: EntryChange = {
  entity: 'membership',
  id: '0f0e2a52-0000-4000-8000-000000000003',
  version: 1,
  before: null,
  after: { person_id: PRIYA, team_id: BENEFITS_PORTAL, role: 'program_manager' },
}

export const peopleTold: ToldOf<PeopleFacts> = {
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
    data: { person: PRIYA, sessions: 2, tokens: 1 },
    sentence:
      'Tomás Ibarra disabled Priya Raman, who can no longer sign in, and ended 2 sessions and 1 token.',
  },
  'person.enabled': {
    data: { person: PRIYA },
    sentence: 'Tomás Ibarra enabled Priya Raman, who can sign in again.',
  },
  'person.updated': {
    data: { person: PRIYA },
    sentence:
      'Tomás Ibarra took over from the identity provider how Priya Raman is called and reached.',
  },
  'person.erased': {
    data: { person: PRIYA },
    sentence:
      'Tomás Ibarra erased a person: their name, their addresses and what they wrote are gone.',
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
  'membership.kept': {
    data: {
      person: PRIYA,
      role: 'administrator',
      discipline: null,
      why: 'last_administrator',
    },
    sentence:
      'Tomás Ibarra left Priya Raman the role of administrator, which no group gives any more: the last administrator of the team.',
  },
  'session.revoked': {
    data: { person: PRIYA, sessions: 2 },
    sentence: 'Tomás Ibarra ended 2 sessions of Priya Raman.',
  },
  'sign_in.refused': {
    data: { why: 'issuer' },
    sentence: 'Tomás Ibarra refused a sign-in, because the ID token comes from another issuer.',
  },
  'sign_in_policy.set': {
    data: {
      idle_minutes: 20,
      administrator_idle_minutes: 10,
      absolute_hours: 8,
      groups_claim: 'groups',
    },
    sentence:
      'Tomás Ibarra set that sessions end after 20 minutes without a request (10 for administrators) and 8 hours at most; groups are read from the claim groups.',
  },
  'group_rule.added': {
    data: {
      group: 'portal-engineers',
      team: 'benefits-portal',
      role: 'discipline_lead',
      discipline: 'backend',
    },
    sentence:
      'Tomás Ibarra set that who is in the group "portal-engineers" is a discipline lead (Backend) of benefits-portal.',
  },
  'group_rule.removed': {
    data: {
      group: 'portal-leads',
      team: 'benefits-portal',
      role: 'administrator',
      discipline: null,
    },
    sentence:
      'Tomás Ibarra ended the rule that who is in the group "portal-leads" is an administrator of benefits-portal.',
  },
  'mail.tested': {
    data: {},
    sentence: 'Tomás Ibarra sent a test mail to their own address.',
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
}
