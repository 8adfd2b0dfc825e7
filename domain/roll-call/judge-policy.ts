import { DISCIPLINES, type Discipline, disciplineName } from './disciplines.ts'
import type { Policy } from './policy.ts'

interface Wrong {
  readonly path: string
  readonly message: string
}

/**
 * What of a policy no team may have, each with the path of its field; none where it may be set. The
 * government lead's word is the one that policy cannot loosen: said in person, by nobody else, go or
 * no-go, and never by one who speaks for another required discipline. (Product rule 3.)
 */
export function wrongInPolicy(policy: Policy): Wrong[] {
  const wrong: Wrong[] = []
  const say = (path: string, message: string) => wrong.push({ path, message })
  if (policy.required.length === 0) {
    say('required', 'A roll call requires at least one discipline.')
  }
  if (repeats(policy.required)) say('required', 'names a discipline twice.')
  if (repeats(policy.stands_alone)) say('stands_alone', 'names a discipline twice.')
  for (const discipline of DISCIPLINES) {
    const { reviews, speakers } = policy.rules[discipline]
    const at = `rules.${discipline}`
    const name = disciplineName(discipline)
    if (reviews.length === 0) say(`${at}.reviews`, `${name} reviews at least one section.`)
    if (reviews.includes('contacts')) {
      say(`${at}.reviews`, 'never holds contacts: a new contact voids nothing.')
    }
    if (repeats(reviews)) say(`${at}.reviews`, 'names a section twice.')
    if (speakers.length === 0) say(`${at}.speakers`, `Somebody must speak for ${name}.`)
    if (repeats(speakers)) say(`${at}.speakers`, 'names a speaker twice.')
    if (discipline !== 'government_lead' && speakers.includes('government_lead')) {
      say(`${at}.speakers`, 'The government lead speaks for no other discipline.')
    }
  }
  return [...wrong, ...wrongForGovernmentLead(policy)]
}

function wrongForGovernmentLead({ rules, stands_alone }: Policy): Wrong[] {
  const lead: Discipline = 'government_lead'
  const { speakers, in_person, abstain, not_applicable } = rules[lead]
  const at = `rules.${lead}`
  return [
    ...(stands_alone.includes(lead)
      ? []
      : [{ path: 'stands_alone', message: 'always holds the government lead.' }]),
    ...(speakers.every((one) => one === lead)
      ? []
      : [{ path: `${at}.speakers`, message: 'Nobody else speaks for the government lead.' }]),
    ...(in_person
      ? []
      : [{ path: `${at}.in_person`, message: 'The government lead signs in person.' }]),
    ...(abstain || not_applicable
      ? [{ path: `${at}.abstain`, message: 'The government lead says go or no-go.' }]
      : []),
  ]
}

function repeats(list: readonly string[]): boolean {
  return new Set(list).size !== list.length
}
