import { z } from 'zod'
import { COMPARATORS, VERDICTS } from '../../domain/rollout/criterion.ts'
import { RUN_STATES, STAGE_DECISIONS } from '../../domain/rollout/stage-run.ts'

const moment = z.iso.datetime()

/** What is to be seen, without what it came to. */
export const criterionResult = z.object({
  name: z.string(),
  comparator: z.enum(COMPARATORS),
  threshold: z.number(),
  threshold_to: z.number().nullable(),
  unit: z.string(),
})

/** A metric of a stage's results or of a check-in, with its verdict. */
export const metricResult = criterionResult.extend({
  actual: z.number().nullable(),
  link: z.string().nullable(),
  verdict: z.enum(VERDICTS),
})

const runResult = z.object({
  run: z.int(),
  version: z.int(),
  label: z.string(),
  percentage: z.number().nullable(),
  toggle: z.string().nullable(),
  state: z.enum(RUN_STATES),
  started_at: moment,
  started_by: z.string().nullable(),
  paused_at: moment.nullable(),
  pause_reason: z.string().nullable(),
  ended_at: moment.nullable(),
  results: z
    .object({
      users: z.int().nullable(),
      metrics: z.array(metricResult.extend({ waived: z.boolean() })),
      errors: z.int().nullable(),
      errors_note: z.string().nullable(),
      decision: z.enum(STAGE_DECISIONS),
      note: z.string().nullable(),
      recorded_by: z.string().nullable(),
      recorded_at: moment,
    })
    .nullable(),
  waivers: z.array(
    z.object({
      what: z.enum(['soak', 'criterion']),
      criterion: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: moment,
    }),
  ),
})

const rolloutResult = z.object({
  environment: z.string(),
  environment_name: z.string(),
  toggle: z.string().nullable(),
  /** Then there is neither a current stage nor a next. */
  archived: z.boolean(),
  share: z.number(),
  /** Whether these checks hold a flip here, or only advise. */
  binds: z.object({ soak: z.boolean(), results: z.boolean() }),
  current: z.int().nullable(),
  next: z
    .object({
      n: z.int(),
      label: z.string(),
      percentage: z.number().nullable(),
      may_go_at: moment.nullable(),
      started_by: z.string(),
    })
    .nullable(),
  stages: z.array(
    z.object({
      n: z.int(),
      state: z.enum(['ahead', 'running', 'paused', 'done', 'skipped', 'rolled_back']),
      soak: z
        .object({
          words: z.string().nullable(),
          note: z.string().nullable(),
          ends_at: moment.nullable(),
          over: z.boolean(),
          waived: z.boolean(),
        })
        .nullable(),
      runs: z.array(runResult),
    }),
  ),
  former: z.array(runResult),
})

/** A plan's stages and where each rollout of it is. */
export const planStagesResult = z.object({
  plan: z.object({ slug: z.string(), title: z.string(), revision: z.int() }),
  stages: z.array(
    z.object({
      n: z.int(),
      label: z.string(),
      percentage: z.number().nullable(),
      soak: z.string().nullable(),
      dates: z.string().nullable(),
      starts: z.enum(['flip', 'hand']),
      criteria: z.array(
        z.object({ text: z.string(), line: z.int(), criterion: criterionResult.nullable() }),
      ),
    }),
  ),
  rollouts: z.array(rolloutResult),
  seen_at: moment,
})
