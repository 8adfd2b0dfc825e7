import { z } from 'zod'
import { told } from './told.ts'

/** A toggle of the plan. */
export const recordedToggle = z.object({
  key: z.string(),
  status: z.enum(['registered', 'archived', 'unknown']),
  /** Whether the text that the record is on names it; else one on which a round opened did. */
  in_text: z.boolean(),
})

/** One flip, as the log tells it. */
const recordedFlip = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  toggle: z.string(),
  type: z.string(),
  sentence: z.string(),
  /** Null where none was given, or once it was erased. */
  reason: z.string().nullable(),
})

/** The flips in one environment: how many, and the newest of them, oldest first. */
export const environmentFlips = z.object({
  environment: z.string(),
  protected: z.boolean(),
  total: z.int(),
  shown: z.array(recordedFlip),
})

/** A flip that went ahead although checks failed, and what a second person said of it. */
export const recordedOverride = z.object({
  id: z.uuid(),
  toggle: z.string(),
  environment: z.string(),
  /** The checks that it passed over. */
  checks: z.array(z.string()),
  reason: z.string(),
  made: told.nullable(),
  /** Null while nobody has reviewed it. */
  verdict: z.string().nullable(),
  review_note: z.string().nullable(),
  reviewed: told.nullable(),
})

/** A window in which nothing widens. */
export const recordedFreeze = z.object({
  id: z.uuid(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  /** How it comes again, in words; null for one that happens once. Its times are of the first window. */
  recurrence: z.string().nullable(),
  /** Empty: everywhere. */
  environments: z.array(z.string()),
  /** The slug of the team over whose toggles alone it stands; null for every team. */
  team: z.string().nullable(),
  /** Whether an override may pass it. */
  override_allowed: z.boolean(),
  reason: z.string(),
  set: told.nullable(),
  /** Null unless it was changed; then as it stands here since. */
  changed: told.nullable(),
  /** Null unless it was lifted. */
  lifted: told.nullable(),
})

export type RecordedToggle = Readonly<z.infer<typeof recordedToggle>>
export type EnvironmentFlips = Readonly<z.infer<typeof environmentFlips>>
