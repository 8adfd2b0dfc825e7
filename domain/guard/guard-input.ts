import { z } from 'zod'
import { gateSchemas } from '../toggle/state.ts'
import { GUARD_TOOLS } from './guard-tools.ts'

/** What a guard does when it is told that something is wrong. */
export const GUARD_ACTS = ['hold', 'lower'] as const

export type GuardAct = (typeof GUARD_ACTS)[number]

const name = z
  .string('is a text.')
  .trim()
  .min(1, 'Give it a name, such as what it watches.')
  .max(80, 'is 80 characters long at most.')
  .regex(/^[^\p{Cc}]*$/u, 'has a character that cannot be shown.')

/** What a guard is: `lower_to` is a share of actors below 100; null is the plan's stage before. */
export const guardInput = z
  .strictObject({
    name,
    tool: z.enum(GUARD_TOOLS, `is one of ${GUARD_TOOLS.join(', ')}.`),
    act: z.enum(GUARD_ACTS, `is one of ${GUARD_ACTS.join(', ')}.`),
    lower_to: gateSchemas.percentage_of_actors
      .refine((share) => share === null || share < 100, 'is below 100.')
      .optional(),
    dry_run: z.boolean('is true or false.').optional(),
  })
  .refine(({ act, lower_to }) => act === 'lower' || (lower_to ?? null) === null, {
    path: ['lower_to'],
    message: 'is only for a guard that lowers.',
  })

export type GuardInput = z.infer<typeof guardInput>
