import { describeGrant, describeRevocation, personWords, tokenWords } from '../describe-people.ts'
import type { EntryPayload } from '../entry.ts'
import type { PeopleFacts } from '../facts/people-facts.ts'
import type { WordsOf } from '../words-of.ts'
import { accessWords } from './access-words.ts'

/** What happens to people, teams, environments and tokens. In the words that follow the name of who did it. */
export const peopleWords: WordsOf<PeopleFacts> = {
  'team.created': ({ payload }) => `created the team ${createdName(payload) ?? payload.data.slug}`,
  'environment.created': ({ payload }) =>
    `created the ${payload.data.protected ? 'protected ' : ''}environment ${payload.target.environment ?? ''}`.trimEnd(),
  'person.added': ({ payload, names }) =>
    `added ${personWords(payload.data.person, names)} to the people`,
  'person.disabled': ({ payload, names }) =>
    `disabled ${personWords(payload.data.person, names)}, who can no longer sign in${endedWith(payload.data)}`,
  'person.enabled': ({ payload, names }) =>
    `enabled ${personWords(payload.data.person, names)}, who can sign in again`,
  'person.updated': ({ payload, names }) =>
    `took over from the identity provider how ${personWords(payload.data.person, names)} is called and reached`,
  'person.erased': () =>
    'erased a person: their name, their addresses and what they wrote are gone',
  'person.moved': ({ payload, names }) =>
    `moved ${personWords(payload.data.person, names)} to another identity provider`,
  'membership.granted': ({ payload, names }) => describeGrant(payload.data, payload.changes, names),
  'membership.revoked': ({ payload, names }) =>
    describeRevocation(payload.data, payload.changes, names),
  ...accessWords,
  'token.made': ({ payload }) => `made ${tokenWords(payload.data)}`,
  'token.revoked': ({ payload }) => `revoked ${tokenWords(payload.data)}`,
}

function createdName({ changes }: EntryPayload): string | null {
  const name = changes.find(({ entity }) => entity === 'team')?.after.name
  return typeof name === 'string' ? name : null
}

function endedWith({ sessions = 0, tokens = 0 }: PeopleFacts['person.disabled']): string {
  const count = (n: number, one: string) => (n === 0 ? [] : [n === 1 ? `1 ${one}` : `${n} ${one}s`])
  const ended = [...count(sessions, 'session'), ...count(tokens, 'token')]
  return ended.length === 0 ? '' : `, and ended ${ended.join(' and ')}`
}
