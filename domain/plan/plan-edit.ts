import { z } from 'zod'

const words = z.string().trim().min(1).max(20_000)
const line = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .regex(/^[^\r\n]*$/, 'one line')
const lineNumber = z.int().min(1)
const share = z.number().min(0).max(100)
const n = z.int().min(0)

/** One edit of a plan's structure. Lines are 1-based lines of the text; stages count from 0. */
export const planEdit = z.discriminatedUnion('edit', [
  z.object({ edit: z.literal('answer_question'), required: z.boolean() }),
  z.object({ edit: z.literal('answer_statement'), n: z.int().min(0).max(2), answer: z.boolean() }),
  z.object({ edit: z.literal('answer_prompt'), line: lineNumber, answer: line }),
  z.object({
    edit: z.literal('add_toggle'),
    key: line.regex(/^[A-Za-z][\w-]*$/),
    description: line.nullable(),
  }),
  z.object({ edit: z.literal('remove_toggle'), key: line }),
  z.object({
    edit: z.literal('add_stage'),
    after: z.int().min(-1),
    label: line,
    percentage: share.nullable(),
    soak: line.nullable(),
    dates: line.nullable(),
  }),
  z.object({
    edit: z.literal('change_stage'),
    n,
    label: line.optional(),
    percentage: share.optional(),
    soak: line.optional(),
    dates: line.optional(),
  }),
  z.object({ edit: z.literal('remove_stage'), n }),
  z.object({ edit: z.literal('set_rollback'), text: words }),
  z.object({
    edit: z.literal('add_contact'),
    name: line,
    role: line.nullable(),
    tier: z.enum(['primary', 'backup']).nullable(),
  }),
  z.object({ edit: z.literal('remove_contact'), name: line, line: lineNumber }),
  z.object({ edit: z.literal('tick_validation'), line: lineNumber, checked: z.boolean() }),
  z.object({
    edit: z.literal('set_check_in'),
    which: z.enum(['one_week', 'one_month']),
    text: words,
  }),
])

export type PlanEdit = z.infer<typeof planEdit>
