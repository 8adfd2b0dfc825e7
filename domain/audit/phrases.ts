import { disciplineName, isDiscipline } from '../roll-call/disciplines.ts'
import type { Target } from './entry.ts'

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** A code as words: "launch_decision" is "launch decision". */
export function asWords(code: string): string {
  return code.replaceAll('_', ' ')
}

/** The toggle and environment that an entry is about: "new_form in production". */
export function place({ toggle, environment }: Target): string {
  const parts = [toggle, environment && `in ${environment}`]
  return parts.filter(Boolean).join(' ')
}

/** The round that an entry is about: "roll call 2 of claim-letters". */
export function round({ roll_call, plan }: Target): string {
  const which = roll_call === undefined ? 'the roll call' : `roll call ${roll_call}`
  return plan === undefined ? which : `${which} of ${plan}`
}

/** A discipline as people say it, also one that this version does not know. */
export function disciplineWords(discipline: string): string {
  return isDiscipline(discipline) ? disciplineName(discipline) : asWords(discipline)
}

/** "go" and "no-go", as people say them. */
export function verdictWords(verdict: string): string {
  return verdict === 'no_go' ? 'no-go' : asWords(verdict)
}
