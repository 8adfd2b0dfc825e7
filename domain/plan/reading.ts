import { z } from 'zod'

const line = z.int().min(1)
const answer = z.union([z.literal(true), z.literal(false), z.null()])

export const checkInStates = ['absent', 'template', 'answered'] as const
export const decisionKinds = ['go', 'launch', 'no_go', 'pause', 'pivot', 'other'] as const
const findingCodes = [
  'percentages_contradict',
  'stages_go_backwards',
  'dates_out_of_order',
  'date_in_wrong_year',
  'toggle_of_another_product',
  'go_with_unanswered_prompts',
  'staging_declined_with_stages',
  'hidden_in_comment',
  'duplicate_toggle',
  'unknown_role',
] as const

export const planToggle = z.object({ key: z.string(), description: z.string().nullable(), line })

/** One planned exposure step; `percentage` is the share of users, null where the step is none. */
export const planStage = z.object({
  label: z.string(),
  percentage: z.number().min(0).max(100).nullable(),
  soak: z.string().nullable(),
  dates: z.string().nullable(),
  line,
})

export const planContact = z.object({
  name: z.string(),
  role: z.string().nullable(),
  tier: z.enum(['primary', 'backup']).nullable(),
  line,
})

/** `checked` is null where the author's list has no boxes to tick. */
export const validationPrompt = z.object({
  prompt: z.string(),
  checked: z.boolean().nullable(),
  line,
})

export const goNoGoItem = z.object({
  n: z.int().min(1),
  text: z.string(),
  owner: z.string().nullable(),
  answer: z.enum(['yes', 'no', 'not_applicable']).nullable(),
  note: z.string().nullable(),
  line,
})

export const goNoGoSheet = z.object({
  decision: z.string().nullable(),
  decision_kind: z.enum(decisionKinds).nullable(),
  decision_line: line.nullable(),
  prompts: z.int().min(0),
  answered: z.int().min(0),
  items: z.array(goNoGoItem),
})

export const finding = z.object({
  id: z.string(),
  code: z.enum(findingCodes),
  message: z.string(),
  line,
})

/** What was understood of a plan: the contract's `reading`. Lines are 1-based lines of the text. */
export const reading = z.object({
  kind: z.enum(['release_plan', 'go_no_go']),
  title: z.string().nullable(),
  title_line: line.nullable(),
  toggles: z.array(planToggle),
  stages: z.array(planStage),
  staged_rollout: z.object({
    required: answer,
    answers: z.tuple([answer, answer, answer]),
    line: line.nullable(),
  }),
  rollback: z.object({ text: z.string(), line }).nullable(),
  contacts: z.array(planContact),
  validation: z.array(validationPrompt),
  check_ins: z.object({ one_week: z.enum(checkInStates), one_month: z.enum(checkInStates) }),
  check_in_lines: z.object({ one_week: line.nullable(), one_month: line.nullable() }),
  go_no_go: goNoGoSheet.nullable(),
  unanswered: z.int().min(0),
  unanswered_items: z.array(z.object({ prompt: z.string(), line })),
  findings: z.array(finding),
})

export type Reading = z.infer<typeof reading>
export type PlanToggle = z.infer<typeof planToggle>
export type PlanStage = z.infer<typeof planStage>
export type PlanContact = z.infer<typeof planContact>
export type ValidationPrompt = z.infer<typeof validationPrompt>
export type GoNoGoItem = z.infer<typeof goNoGoItem>
export type GoNoGoSheet = z.infer<typeof goNoGoSheet>
export type Finding = z.infer<typeof finding>
export type FindingCode = Finding['code']
export type CheckInState = (typeof checkInStates)[number]
export type DecisionKind = (typeof decisionKinds)[number]
