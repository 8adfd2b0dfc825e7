import { z } from 'zod'
import { VERDICTS } from './verdict.ts'

const said = (most: number) => z.string().trim().min(1, 'must not be empty.').max(most)

/** What a sign-off brings, from a form or a program. */
export const signOffInput = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Whose word it is, when it is recorded for them; absent when the caller signs. */
  given_by: said(200).nullish(),
  note: said(4000).nullish(),
  /** What would turn a no-go into a go. */
  would_change: said(4000).nullish(),
})

export type SignOffInput = z.infer<typeof signOffInput>

/** What taking a word back brings. */
export const withdrawalInput = z.strictObject({
  note: z
    .string('Say why, as a text.')
    .trim()
    .min(1, 'Say why: a reason is kept with every word that is taken back.')
    .max(4000),
  /** Who took it back, when it is recorded for them. */
  given_by: said(200).nullish(),
})

export type WithdrawalInput = z.infer<typeof withdrawalInput>
