import type { PersonActor } from '../actor.ts'
import { may } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { assignSpeakers, type SpokenFor } from './assign-speakers.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import { type Policy, speakerOf, spoken } from './policy.ts'
import type { Manner, RosterRow } from './roster.ts'
import { foldName, type Speaker, samePerson } from './same-person.ts'
import type { SignOffInput } from './sign-off-input.ts'
import { speaksFor } from './speaks-for.ts'
import { whyNotSaid } from './verdict-rules.ts'

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
  /** Who wrote the newest revision; null where that was no person. */
  readonly author?: Speaker | null
}

type Judged =
  | { readonly accepted: { readonly manner: Manner; readonly givenBy: Speaker } }
  | { readonly refusal: Refusal }

/**
 * Whether this word may be taken, and whose it is. A person signs for a discipline they speak for;
 * the program manager records what a contact of the plan or a member of the team said; both names
 * are kept. A discipline that speaks in person is never recorded, and the government lead speaks
 * for no other required discipline. A no-go names its reason, and so does whoever passes, which the
 * policy must let; and the policy may keep the author of the newest revision from speaking. Whether
 * there is a person for each discipline that stands alone besides is asked at the launch, whatever
 * the order in which people spoke. (Product rule 3.)
 */
export function judgeSignOff(asked: SignOffAsked): Judged {
  const { policy, discipline } = asked
  const wrong = whyNotSaid(asked)
  if (wrong) return { refusal: wrong }
  const whose = whoseWord({ ...asked, given_by: asked.input.given_by })
  if ('refusal' in whose) return whose
  const { manner, givenBy } = whose.accepted
  if (asked.author && !policy.rules[discipline].author_may_sign) {
    if (samePerson(asked.author, givenBy)) {
      return notPermitted(
        `${givenBy.name} wrote the newest revision of the plan, and by the team's policy its author does not speak for ${name(discipline)}. Another person must.`,
      )
    }
  }
  const other = otherHat(asked, givenBy)
  if (other) {
    return notPermitted(
      `${givenBy.name} speaks for ${name(other)} in this roll call, and the government lead is never the same person as another required discipline.`,
    )
  }
  return { accepted: { manner, givenBy } }
}

interface WordAsked extends Omit<SignOffAsked, 'input' | 'roster' | 'author'> {
  readonly given_by: string | null | undefined
}

/**
 * Whether this person may take back what a discipline said: who may speak for it may, and the
 * program manager records it like any word, but for what is only said in person.
 */
export function judgeWithdrawal(asked: WordAsked): Judged {
  return whoseWord(asked)
}

function whoseWord({ actor, teamId, discipline, given_by, people, policy }: WordAsked): Judged {
  const mine = speaksFor(actor, teamId, policy).includes(discipline)
  const named = given_by ? foldName(given_by) : null
  if (named === null || named === foldName(actor.name)) {
    if (!mine) return notPermitted(whyNotSigned(actor, teamId, discipline, policy))
    if (!may(actor, 'sign_off.sign', teamId)) return forbidden('sign_off.sign')
    return { accepted: { manner: 'signed', givenBy: { id: actor.id, name: actor.name } } }
  }
  if (policy.rules[discipline].in_person) {
    return notPermitted(
      `${capital(speakerOf(policy, discipline))} signs in person: nobody records it for them.`,
    )
  }
  if (!may(actor, 'sign_off.record', teamId)) return forbidden('sign_off.record')
  const givenBy = findPerson(named, people)
  if (givenBy) return { accepted: { manner: 'recorded', givenBy } }
  return invalid(
    'given_by',
    `"${given_by}" is neither a point of contact of this plan nor a member of its team.`,
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

/** The discipline for which this person is needed, where this word would put one of the two hats on. */
function otherHat(
  { roster, discipline, input }: SignOffAsked,
  givenBy: Speaker,
): Discipline | null {
  const before: readonly SpokenFor[] = roster.filter(
    (row) => row.required || row.discipline === 'government_lead',
  )
  const after = before.map((row): SpokenFor => {
    if (row.discipline !== discipline) return row
    const said = roster.find((one) => one.discipline === discipline)
    const others = said?.status === input.verdict ? row.spoken_by : []
    return { discipline, spoken_by: [...others, givenBy] }
  })
  const shortBefore = assignSpeakers(before, ['government_lead']).short
  const clash = assignSpeakers(after, ['government_lead']).short.find(
    (one) => !shortBefore.some((known) => known.discipline === one.discipline),
  )
  if (!clash) return null
  return clash.discipline === discipline ? clash.needed_for : clash.discipline
}

function whyNotSigned(
  actor: PersonActor,
  teamId: string,
  discipline: Discipline,
  policy: Policy,
): string {
  const who = `You do not speak for ${name(discipline)} in this team; ${speakerOf(policy, discipline)} does.`
  const records = may(actor, 'sign_off.record', teamId)
  if (!records) return who
  return policy.rules[discipline].in_person
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
