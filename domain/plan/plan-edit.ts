import { z } from 'zod'

const words = z
  .string('is a text.')
  .trim()
  .min(1, 'must not be empty.')
  .max(20_000, 'is 20,000 characters long at most.')
const line = z
  .string('is a text.')
  .trim()
  .min(1, 'must not be empty.')
  .max(400, 'is 400 characters long at most.')
  .regex(/^[^\r\n]*$/, 'is one line.')
const key = line.regex(/^[A-Za-z][\w-]*$/, 'begins with a letter and has letters, digits, _ or -.')
const lineNumber = z.int('is the number of a line.').min(1, 'is 1 or more.')
const share = z.number('is a percentage.').min(0, 'is 0 to 100.').max(100, 'is 0 to 100.')
const yesOrNo = z.boolean('is true or false.')
const n = z.int('is a whole number.').min(0, 'is 0 or more.')

/** One edit of a plan's structure. Lines are 1-based lines of the text; stages count from 0. */
export const planEdit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('answer_question'), required: yesOrNo }),
  z.strictObject({
    edit: z.literal('answer_statement'),
    n: n.max(2, 'is 0, 1 or 2.'),
    answer: yesOrNo,
  }),
  z.strictObject({ edit: z.literal('answer_prompt'), line: lineNumber, answer: line }),
  z.strictObject({
    edit: z.literal('add_toggle'),
    key,
    description: line.nullable(),
  }),
  z.strictObject({
    edit: z.literal('change_toggle'),
    key: line,
    to: key.optional(),
    description: line.optional(),
  }),
  z.strictObject({ edit: z.literal('remove_toggle'), key: line }),
  z.strictObject({
    edit: z.literal('add_stage'),
    after: z.int().min(-1),
    label: line,
    percentage: share.nullable(),
    soak: line.nullable(),
    dates: line.nullable(),
  }),
  z.strictObject({
    edit: z.literal('change_stage'),
    n,
    label: line.optional(),
    percentage: share.optional(),
    soak: line.optional(),
    dates: line.optional(),
  }),
  z.strictObject({ edit: z.literal('move_stage'), n, to: n }),
  z.strictObject({ edit: z.literal('remove_stage'), n }),
  z.strictObject({ edit: z.literal('set_rollback'), text: words }),
  z.strictObject({
    edit: z.literal('add_contact'),
    name: line,
    role: line.nullable(),
    tier: z.enum(['primary', 'backup']).nullable(),
  }),
  z.strictObject({
    edit: z.literal('change_contact'),
    name: line,
    line: lineNumber,
    to: line.optional(),
    role: line.optional(),
  }),
  z.strictObject({ edit: z.literal('remove_contact'), name: line, line: lineNumber }),
  z.strictObject({ edit: z.literal('tick_validation'), line: lineNumber, checked: yesOrNo }),
  z.strictObject({
    edit: z.literal('set_check_in'),
    which: z.enum(['one_week', 'one_month']),
    text: words,
  }),
])

export type PlanEdit = z.infer<typeof planEdit>
