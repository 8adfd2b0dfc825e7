import { z } from 'zod'
import { sectionNames } from '../plan/section-name.ts'
import { DISCIPLINES } from './disciplines.ts'
import { type Policy, SPEAKERS } from './policy.ts'

const disciplineRule = z.strictObject({
  reviews: z.array(z.enum(sectionNames)),
  speakers: z.array(z.enum(SPEAKERS)),
  in_person: z.boolean(),
  abstain: z.boolean(),
  not_applicable: z.boolean(),
  author_may_sign: z.boolean(),
})

/** A team's policy as data: this shape stands in the database and in the API. */
export const policySchema = z.strictObject({
  required: z.array(z.enum(DISCIPLINES)),
  rules: z.record(z.enum(DISCIPLINES), disciplineRule),
  stands_alone: z.array(z.enum(DISCIPLINES)),
  good_for_days: z.int('is a whole number of days.').min(1).max(3650).nullable(),
}) satisfies z.ZodType<Policy>
