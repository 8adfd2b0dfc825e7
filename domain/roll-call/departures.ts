import type { Refusal } from '../refusal.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import { type Departures, disciplinesToAsk } from './disciplines-to-ask.ts'
import { type Policy, spoken } from './policy.ts'

/**
 * Why a plan may not depart from its team's policy so, null when it may. What the policy does not
 * require cannot be dropped, nor what speaks in person: the word that a meeting cannot record for
 * somebody is not one that it can do without. Somebody is left to ask.
 */
export function judgeDepartures(policy: Policy, departures: Departures): Refusal | null {
  const { require, invite, drop = [] } = departures
  for (const discipline of drop) {
    if (!policy.required.includes(discipline)) {
      return invalid(`The team's policy does not require ${name(discipline)}: nothing is to drop.`)
    }
    if (policy.rules[discipline].in_person) {
      return invalid(`${disciplineName(discipline)} speaks in person and is never dropped.`)
    }
    if (require.includes(discipline) || invite.includes(discipline)) {
      return invalid(`${disciplineName(discipline)} is dropped and asked at once.`)
    }
    if (drop.filter((one) => one === discipline).length > 1) {
      return invalid(`${disciplineName(discipline)} is dropped twice.`)
    }
  }
  const asked = disciplinesToAsk(policy, departures)
  if (asked.some(({ required }) => required)) return null
  return invalid('Nobody would be required: a roll call asks at least one discipline.')
}

function invalid(message: string): Refusal {
  return { code: 'invalid', errors: [{ path: 'drop', message }] }
}

const name = (discipline: Discipline): string => spoken(disciplineName(discipline))
