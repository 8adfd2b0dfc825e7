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
    data: { person: PRIYA },
    sentence: 'Tomás Ibarra disabled Priya Raman, who can no longer sign in.',
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
