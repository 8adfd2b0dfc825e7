import type { PersonActor } from '../actor.ts'
import { may, speaksFor } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import { type Policy, spoken } from './policy.ts'
import type { Manner, RosterRow, Speaker, Verdict } from './roster.ts'
import { clashes, foldName } from './same-person.ts'
import type { SignOffInput } from './sign-off-input.ts'

/** The people that a recorded word can be from. */
export interface KnownPeople {
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** Names of the plan's points of contact. */
  readonly contacts: readonly string[]
}

export interface SignOffAsked {
  readonly actor: PersonActor
  readonly teamId: string
  readonly discipline: Discipline
  readonly input: SignOffInput
  readonly people: KnownPeople
  /** The round as it stands before. */
  readonly roster: readonly RosterRow[]
  readonly policy: Policy
}

type Judged =
  | { readonly accepted: { readonly manner: Manner; readonly givenBy: Speaker } }
  | { readonly refusal: Refusal }

/**
 * Whether this word may be taken, and whose it is. A person signs for a discipline they speak for;
 * the program manager records what a contact of the plan or a member of the team said; both names
 * are kept. A discipline that speaks in person is never recorded, and whoever speaks for one that
 * stands alone speaks for no other required one. A no-go names its reason. (Product rule 3.)
 */
export function judgeSignOff(asked: SignOffAsked): Judged {
  const { input, policy, discipline } = asked
  if (input.verdict === 'no_go' && !input.note) {
    return invalid('note', 'A no-go needs its reason.')
  }
  const speaker = speakerOf(asked)
  if ('refusal' in speaker) return speaker
  const { manner, givenBy } = speaker.accepted
  const clash = clashes(policy, withWord(asked, givenBy)).find(
    ({ alone, other }) => alone === discipline || other === discipline,
  )
  if (clash) {
    return notPermitted(
      `${givenBy.name} speaks for ${name(clash.alone === discipline ? clash.other : clash.alone)} in this roll call, and ${policy.rules[clash.alone].speaker} is never the same person as another required discipline.`,
    )
  }
  return { accepted: { manner, givenBy } }
}

function speakerOf({ actor, teamId, discipline, input, people, policy }: SignOffAsked): Judged {
  const mine = speaksFor(actor, teamId).includes(discipline)
  const named = input.given_by ? foldName(input.given_by) : null
  if (named === null || named === foldName(actor.name)) {
    if (!mine) return notPermitted(whyNotSigned(actor, teamId, discipline, policy))
    if (!may(actor, 'sign_off.sign', teamId)) return forbidden('sign_off.sign')
    return { accepted: { manner: 'signed', givenBy: { id: actor.id, name: actor.name } } }
  }
  if (policy.rules[discipline].inPerson) {
    return notPermitted(
      `${capital(policy.rules[discipline].speaker)} signs in person: nobody records it for them.`,
    )
  }
  if (!may(actor, 'sign_off.record', teamId)) return forbidden('sign_off.record')
  const givenBy = findPerson(named, people)
  if (givenBy) return { accepted: { manner: 'recorded', givenBy } }
  return invalid(
    'given_by',
    `"${input.given_by}" is neither a point of contact of this plan nor a member of its team.`,
  )
}

/** A member where exactly one has the name; else the contact, known by name alone. */
function findPerson(folded: string, people: KnownPeople): Speaker | null {
  const members = people.members.filter((member) => foldName(member.name) === folded)
  const [member] = members
  if (member) return { id: members.length === 1 ? member.id : null, name: member.name }
  const contact = people.contacts.find((known) => foldName(known) === folded)
  return contact === undefined ? null : { id: null, name: contact }
}

/** The roster as it would be; only who spoke matters, not what. */
function withWord(asked: SignOffAsked, givenBy: Speaker): RosterRow[] {
  const verdict: Verdict = asked.input.verdict
  const word = {
    id: '',
    discipline: asked.discipline,
    ordinal: 0,
    verdict,
    manner: 'signed' as const,
    given_by: givenBy,
    recorded_by: { id: asked.actor.id, name: asked.actor.name },
    note: null,
    revision: 0,
    section_hashes: {},
    at: '',
  }
  return asked.roster.map((row) =>
    row.discipline === asked.discipline ? { ...row, status: verdict, sign_off: word } : row,
  )
}

function whyNotSigned(
  actor: PersonActor,
  teamId: string,
  discipline: Discipline,
  policy: Policy,
): string {
  const { speaker, inPerson } = policy.rules[discipline]
  const who = `You do not speak for ${name(discipline)} in this team; ${speaker} does.`
  const records = may(actor, 'sign_off.record', teamId)
  if (!records) return who
  return inPerson
    ? `${who} It is signed in person and never recorded.`
    : `${who} To record what was said in the meeting, name who said it in given_by.`
}

const name = (discipline: Discipline): string => spoken(disciplineName(discipline))
const capital = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)
const notPermitted = (detail: string): Judged => ({ refusal: { code: 'not_permitted', detail } })
const forbidden = (action: 'sign_off.sign' | 'sign_off.record'): Judged => ({
  refusal: { code: 'forbidden', action },
})
const invalid = (path: string, message: string): Judged => ({
  refusal: { code: 'invalid', errors: [{ path, message }] },
})
