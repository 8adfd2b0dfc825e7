import { z } from 'zod'
import { DISCIPLINES } from './disciplines.ts'

const disciplines = z.array(z.enum(DISCIPLINES, `is one of ${DISCIPLINES.join(', ')}.`)).max(50)

/** What opening a round may bring, from a form or a program; all of it may be left out. */
export const roundInput = z.strictObject({
  /** Disciplines that this plan needs besides those of the policy. */
  require: disciplines.optional(),
  /** Disciplines that are asked, and without which the plan may still launch. */
  invite: disciplines.optional(),
  /** Disciplines of the policy that this plan does not need, and why not. */
  drop: z
    .array(
      z.strictObject({
        discipline: z.enum(DISCIPLINES, `is one of ${DISCIPLINES.join(', ')}.`),
        reason: z
          .string('Say why, as a text.')
          .trim()
          .min(1, 'Say why: a discipline is dropped only with a reason.')
          .max(4000),
      }),
    )
    .max(50)
    .optional(),
  /** What the round is for: "test users", "stage B", "after rollback". */
  purpose: z.string().trim().min(1, 'must not be empty.').max(200).nullish(),
})

export type RoundInput = z.infer<typeof roundInput>
