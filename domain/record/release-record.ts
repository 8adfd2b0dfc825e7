import { z } from 'zod'
import { checkInStates, planStage } from '../plan/reading.ts'
import { recordedCheckIn, recordedRun } from './recorded-outcome.ts'
import {
  environmentFlips,
  recordedFreeze,
  recordedOverride,
  recordedToggle,
} from './recorded-rollout.ts'
import { recordedRound } from './recorded-round.ts'
import { told } from './told.ts'

/** A long list: how many there are, and those that are shown. */
function counted<T extends z.ZodType>(one: T) {
  return z.object({ total: z.int(), shown: z.array(one) })
}

const recordedText = z.object({
  number: z.int(),
  /** SHA-256 of the exact bytes, in hex. */
  sha256: z.hex(),
  saved: told.nullable(),
})

const recordedFinding = z.object({
  id: z.string(),
  message: z.string(),
  line: z.int(),
  /** Null while nobody has acknowledged it. */
  acknowledged: told.nullable(),
  note: z.string().nullable(),
})

const recordedEntry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  sentence: z.string(),
  /** The entry's link of the chain, in hex. */
  hash: z.hex(),
})

/** What a record rests on, and the attempts that were refused meanwhile. */
const recordEntries = z.object({
  ...counted(recordedEntry).shape,
  refused: z.object({ more: z.boolean(), shown: z.array(recordedEntry) }),
})

const howToVerify = z.object({
  steps: z.array(z.object({ does: z.string(), command: z.string(), shows: z.string() })),
  proves: z.array(z.string()),
  does_not_prove: z.array(z.string()),
})

/** Everything that happened to a release, as far as the log tells it up to one entry. */
export const releaseRecord = z.object({
  plan: z.object({
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    team: z.string(),
    team_name: z.string(),
  }),
  as_of: z.object({
    /** The round as of whose decision the record stands; null for the whole release. */
    round: z.int().nullable(),
    /** The newest entry of the log that counts, and when it was sealed. */
    seq: z.int(),
    at: z.iso.datetime(),
  }),
  /** The text that the record is on. */
  text: recordedText.extend({ bytes: z.int(), markdown: z.string() }),
  /** Newest first. */
  revisions: counted(recordedText),
  /** Oldest first; the newest of many. */
  rounds: counted(recordedRound),
  /** In the order of the text. */
  findings: counted(recordedFinding),
  /** As the text lists them: `results` are its own words, `runs` what was carried out, oldest first. */
  stages: z.array(planStage.extend({ results: z.string().nullable(), runs: counted(recordedRun) })),
  /** Runs of stages that the text no longer lists under that name and percentage. */
  former_runs: counted(recordedRun),
  /** Results of no stage and answers after launch, from the text. */
  other: z.array(z.object({ heading: z.string(), line: z.int(), text: z.string() })),
  check_ins: z.array(
    z.object({
      check_in: z.enum(['one_week', 'one_month']),
      state: z.enum(checkInStates),
      line: z.int().nullable(),
      text: z.string().nullable(),
      /** What was recorded, one for each full rollout that was looked back on, oldest first. */
      recorded: z.array(recordedCheckIn),
    }),
  ),
  toggles: z.array(recordedToggle),
  /** By environment, protected ones first. */
  flips: z.array(environmentFlips),
  overrides: counted(recordedOverride),
  /** Those in the time from the plan's first revision on, in the order in which they begin. */
  freezes: counted(recordedFreeze),
  /** Oldest first; the newest of many. Null for who may not read the log. */
  entries: recordEntries.nullable(),
  verification: howToVerify,
})

export type ReleaseRecord = Readonly<z.infer<typeof releaseRecord>>
export type RecordedEntry = Readonly<z.infer<typeof recordedEntry>>
export type RecordEntries = Readonly<z.infer<typeof recordEntries>>
export type HowToVerify = Readonly<z.infer<typeof howToVerify>>
