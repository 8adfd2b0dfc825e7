import { describeGrant, describeRevocation, personWords, tokenWords } from '../describe-people.ts'
import type { EntryPayload } from '../entry.ts'
import type { PeopleFacts } from '../facts/people-facts.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to people, teams, environments and tokens. In the words that follow the name of who did it. */
export const peopleWords: WordsOf<PeopleFacts> = {
  'team.created': ({ payload }) => `created the team ${createdName(payload) ?? payload.data.slug}`,
  'environment.created': ({ payload }) =>
    `created the ${payload.data.protected ? 'protected ' : ''}environment ${payload.target.environment ?? ''}`.trimEnd(),
  'person.added': ({ payload, names }) =>
    `added ${personWords(payload.data.person, names)} to the people`,
  'person.disabled': ({ payload, names }) =>
    `disabled ${personWords(payload.data.person, names)}, who can no longer sign in`,
  'person.erased': () =>
    'erased a person: their name, their addresses and what they wrote are gone',
  'person.moved': ({ payload, names }) =>
    `moved ${personWords(payload.data.person, names)} to another identity provider`,
  'membership.granted': ({ payload, names }) => describeGrant(payload.data, payload.changes, names),
  'membership.revoked': ({ payload, names }) =>
    describeRevocation(payload.data, payload.changes, names),
  'session.started': ({ payload }) =>
    payload.data.method === 'oidc' ? 'signed in' : `signed in by ${payload.data.method}`,
  'session.ended': () => 'signed out',
  'token.made': ({ payload }) => `made ${tokenWords(payload.data)}`,
  'token.revoked': ({ payload }) => `revoked ${tokenWords(payload.data)}`,
}

function createdName({ changes }: EntryPayload): string | null {
  const name = changes.find(({ entity }) => entity === 'team')?.after.name
  return typeof name === 'string' ? name : null
}
