import { z } from 'zod'

/** What an answer to a prompt of the go/no-go sheet can be. */
const PROMPT_ANSWERS = ['yes', 'no', 'not_applicable'] as const

/** What an answer brings, from a form or a program. */
export const promptAnswer = z.strictObject({
  answer: z.enum(PROMPT_ANSWERS),
  note: z.string().trim().min(1, 'must not be empty.').max(4000).nullish(),
})

export type PromptAnswer = z.infer<typeof promptAnswer>
