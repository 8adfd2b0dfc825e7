import { z } from 'zod'
import { gateSchemas } from '../toggle/state.ts'

/** How far ahead a flip may be scheduled, in days. */
export const FURTHEST_DAYS = 366

const { actors: _actors, ...gates } = gateSchemas

/**
 * What a scheduled flip may change: any gate but named actors, who would stand in the log by name
 * until it is made.
 */
export const schedulePatchSchema = z.strictObject(gates).partial()

/** One flip of a schedule as it is kept. */
export const scheduleStepSchema = z.strictObject({
  toggle: z.string(),
  patch: schedulePatchSchema,
  /** The state in words that it was to meet when it was signed. */
  meets: z.string(),
})

export type ScheduleStep = z.infer<typeof scheduleStepSchema>
