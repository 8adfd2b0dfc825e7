import { z } from 'zod'
import { sectionNames } from '../plan/section-name.ts'
import { DISCIPLINES, type Discipline } from './disciplines.ts'
import type { Policy } from './policy.ts'

/** A discipline that a round asks, as the policy stood when the round opened. */
const askedDiscipline = z.object({
  discipline: z.enum(DISCIPLINES),
  required: z.boolean(),
  reviews: z.array(z.enum(sectionNames)),
})

/** The disciplines of a round as they are kept with it. */
export const askedDisciplines = z.array(askedDiscipline)

export type AskedDiscipline = z.infer<typeof askedDiscipline>

/** Where a plan departs from its team's policy. */
export interface Departures {
  readonly require: readonly Discipline[]
  readonly invite: readonly Discipline[]
  /** Disciplines that the policy requires and this round does not ask. */
  readonly drop?: readonly Discipline[]
}

/**
 * Whom a round asks: what the policy requires but for what the plan drops, and what the plan adds,
 * as required or as invited to speak. Each once, required first named as such; what is dropped and
 * added at once is asked.
 */
export function disciplinesToAsk(
  policy: Policy,
  { require, invite, drop = [] }: Departures,
): AskedDiscipline[] {
  const kept = policy.required.filter((discipline) => !drop.includes(discipline))
  const required = new Set([...kept, ...require])
  const asked = new Set([...required, ...invite])
  return [...asked].map((discipline) => ({
    discipline,
    required: required.has(discipline),
    reviews: [...policy.rules[discipline].reviews],
  }))
}
