import { z } from 'zod'
import { COMPARATORS, VERDICTS } from '../rollout/criterion.ts'
import { STAGE_DECISIONS } from '../rollout/stage-run.ts'
import { told } from './told.ts'

const RUN_STANDINGS = ['running', 'soaking', 'paused', 'done', 'rolled_back', 'ended'] as const
const RUN_MOVES = ['paused', 'resumed', 'rolled_back', 'ended'] as const

/** A metric with what it was held to and what it came to. */
const recordedMetric = z.object({
  name: z.string(),
  comparator: z.enum(COMPARATORS),
  threshold: z.number(),
  /** The upper end, for `within` alone. */
  threshold_to: z.number().nullable(),
  unit: z.string(),
  /** Null where it is not known. */
  actual: z.number().nullable(),
  link: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  /** Whether somebody consciously passed it over. */
  waived: z.boolean(),
})

/** What somebody recorded of a stage or of a look back. */
const recordedOutcome = z.object({
  /** How many unique users were seen; null where it is not known. */
  users: z.number().nullable(),
  metrics: z.array(recordedMetric),
  /** How many errors were logged; null where it is not known. */
  errors: z.number().nullable(),
  /** Null where none was written, or once it was erased. */
  errors_note: z.string().nullable(),
  note: z.string().nullable(),
  /** The entry that tells it as it stands here. */
  recorded: told.nullable(),
  /** The entries of what it replaced, oldest first. */
  earlier: z.array(told),
})

/** One time that a stage was carried out. */
export const recordedRun = z.object({
  id: z.uuid(),
  /** Counted from 1 for its stage, environment and toggle. */
  run: z.int(),
  environment: z.string(),
  /** Null where it was started by hand for every toggle of the plan. */
  toggle: z.string().nullable(),
  /** The stage as the text had it when the run began. */
  label: z.string(),
  percentage: z.number().nullable(),
  /** Where it stood at the end of the record; `done`: a later stage began since; `ended`: its toggle was archived. */
  standing: z.enum(RUN_STANDINGS),
  /** When its soak ends or ended; null without a clock, and while that stands still. */
  soak_ends_at: z.iso.datetime().nullable(),
  started: told.nullable(),
  /** Each pause, resumption, rolling back and end, oldest first. */
  moves: z.array(
    z.object({ move: z.enum(RUN_MOVES), reason: z.string().nullable(), told: told.nullable() }),
  ),
  /** Null while none are recorded. */
  results: recordedOutcome.extend({ decision: z.enum(STAGE_DECISIONS) }).nullable(),
  /** What somebody consciously passed over, oldest first. */
  waivers: z.array(
    z.object({
      id: z.uuid(),
      what: z.enum(['soak', 'criterion']),
      /** The criterion's name; null for the soak. */
      criterion: z.string().nullable(),
      reason: z.string(),
      waived: told.nullable(),
    }),
  ),
})

/** One look back that was recorded. */
export const recordedCheckIn = recordedOutcome.extend({
  id: z.uuid(),
  /** YYYY-MM-DD in UTC: tells which full rollout it looks back on. */
  due_on: z.iso.date(),
  /** The revision of the text that it was written into. */
  revision: z.int(),
})

export type RecordedOutcome = Readonly<z.infer<typeof recordedOutcome>>
export type RecordedRun = Readonly<z.infer<typeof recordedRun>>
export type RecordedCheckIn = Readonly<z.infer<typeof recordedCheckIn>>
