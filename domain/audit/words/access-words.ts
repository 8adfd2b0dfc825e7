import { SIGN_IN_REFUSALS } from '../../people/sign-in-refusal.ts'
import { groupRuleWords, ownOr, personWords, roleWords } from '../describe-people.ts'
import type { PeopleFacts } from '../facts/people-facts.ts'
import type { WordsOf } from '../words-of.ts'

type AccessFacts = Pick<
  PeopleFacts,
  | 'membership.kept'
  | 'session.started'
  | 'session.ended'
  | 'session.revoked'
  | 'sign_in.refused'
  | 'sign_in_policy.set'
  | 'group_rule.added'
  | 'group_rule.removed'
  | 'mail.tested'
>

const KEPT = {
  last_administrator: 'the last administrator of the team',
  separation: 'another role of theirs stands against it',
} as const

/** What happens to signing in. In the words that follow the name of who did it. */
export const accessWords: WordsOf<AccessFacts> = {
  'membership.kept': ({ payload: { data }, names }) =>
    data.why === 'last_administrator'
      ? `left ${personWords(data.person, names)} the role of ${roleWords(data)}, which no group gives any more: ${KEPT.last_administrator}`
      : `did not make ${personWords(data.person, names)} ${roleWords(data)} by the group "${data.group ?? ''}": ${KEPT.separation}`,
  'session.started': ({ payload }) =>
    payload.data.method === 'oidc' ? 'signed in' : `signed in by ${payload.data.method}`,
  'session.ended': () => 'signed out',
  'session.revoked': ({ payload: { data, actor }, names }) => {
    const count = data.sessions === 1 ? 'a session' : `${data.sessions} sessions`
    return `ended ${count} of ${ownOr(actor.id, data.person, names)}`
  },
  'sign_in.refused': ({ payload }) =>
    `refused a sign-in, because ${SIGN_IN_REFUSALS[payload.data.why]}`,
  'sign_in_policy.set': ({ payload: { data } }) => {
    const groups =
      data.groups_claim === null
        ? 'groups give no roles'
        : `groups are read from the claim ${data.groups_claim}`
    return `set that sessions end after ${data.idle_minutes} minutes without a request (${data.administrator_idle_minutes} for administrators) and ${hours(data.absolute_hours)} at most; ${groups}`
  },
  'group_rule.added': ({ payload }) => `set that ${groupRuleWords(payload.data)}`,
  'group_rule.removed': ({ payload }) => `ended the rule that ${groupRuleWords(payload.data)}`,
  'mail.tested': () => 'sent a test mail to their own address',
}

function hours(count: number): string {
  return count === 1 ? '1 hour' : `${count} hours`
}
