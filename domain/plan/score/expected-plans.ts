import { z } from 'zod'

const stage = z.object({ label: z.string(), percentage: z.number().nullable() })
const answer = z.boolean().nullable()

/** What a careful reader found in one document; members that no score looks at are let through. */
export const expectedPlan = z.looseObject({
  kind: z.string(),
  title: z.string().nullable(),
  toggles: z.array(z.string()),
  toggles_debatable: z.array(z.string()),
  stages: z.array(stage),
  staged_rollout_required: answer,
  staged_questions: z.array(answer).nullable(),
  rollback_answered: z.boolean(),
  contacts: z.array(z.object({ name: z.string(), role: z.string(), tier: z.string().nullable() })),
  check_ins: z.object({ one_week: z.string(), one_month: z.string() }),
  go_no_go: z
    .object({
      decision: z.string().nullable(),
      decision_kind: z.string().nullable(),
      prompts: z.number(),
      answered: z.number(),
    })
    .nullable(),
  placeholders: z.number(),
  contradictions: z.array(z.string()),
  html_comment_hides_content: z.boolean(),
})

export type ExpectedPlan = z.infer<typeof expectedPlan>

/** Reads an `expected.json`: document name to what is in it. Refuses another shape. */
export function expectedPlans(json: string): Record<string, ExpectedPlan> {
  return z.record(z.string(), expectedPlan).parse(JSON.parse(json))
}
