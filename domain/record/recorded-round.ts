import { z } from 'zod'
import { sectionNames } from '../plan/section-name.ts'
import { DISCIPLINES } from '../roll-call/disciplines.ts'
import { SAID_STANDINGS } from '../roll-call/said-standing.ts'
import { SAID } from '../roll-call/verdict.ts'
import { told } from './told.ts'

const section = z.enum(sectionNames)

/** One thing said in a round: who said it, who recorded it, how, and on what. */
const recordedWord = z.object({
  id: z.uuid(),
  verdict: z.enum(SAID),
  /** `signed` under one's own sign-in, or `recorded` for the one who gave it. */
  manner: z.enum(['signed', 'recorded']),
  given_by: z.string(),
  recorded_by: z.string(),
  /** Whose place the speaker took by a delegation; null when it was their own. */
  in_place_of: z.string().nullable(),
  note: z.string().nullable(),
  /** What would turn a no-go. */
  would_change: z.string().nullable(),
  /** Whether it was said after the round was decided. */
  late: z.boolean(),
  revision: z.int(),
  /** SHA-256 of each section that the discipline reviews, as it was signed. */
  section_hashes: z.partialRecord(section, z.string()),
  /** Whether it counts at the end of the record. */
  standing: z.enum(SAID_STANDINGS),
  /** The sections that changed after it was said; empty unless stale. */
  stale_sections: z.array(section),
  told: told.nullable(),
})

const status = z.enum(['waiting', 'stale', ...SAID])

const recordedDiscipline = z.object({
  discipline: z.enum(DISCIPLINES),
  name: z.string(),
  required: z.boolean(),
  reviews: z.array(section),
  /** Where it stood when the round was decided; null while the round is open. */
  at_decision: status.nullable(),
  /** Where it stands at the end of the record. */
  status,
  /** Oldest first; the newest of many. */
  said: z.array(recordedWord),
  said_in_all: z.int(),
})

const recordedPrompt = z.object({
  n: z.int(),
  text: z.string(),
  owner: z.string().nullable(),
  answer: z.string().nullable(),
  note: z.string().nullable(),
  /** The entry of the answer that stands. */
  told: told.nullable(),
})

/** Somebody who was in the meeting. */
const recordedAttendee = z.object({
  name: z.string(),
  /** Null while the round is open. */
  at_decision: z.boolean().nullable(),
  /** Each coming and going, oldest first. */
  moves: z.array(z.object({ present: z.boolean(), told })),
})

/** One go/no-go round. */
export const recordedRound = z.object({
  id: z.uuid(),
  number: z.int(),
  /** The plan's revision when it opened. */
  revision: z.int(),
  opened: told.nullable(),
  /** What the round was for, in the words of who opened it. */
  purpose: z.string().nullable(),
  /** The policy in force when it opened; the version is null where the team had none of its own. */
  policy: z.object({ sha256: z.hex(), version: z.int().nullable() }),
  /** Disciplines that the policy requires and this round did without. */
  dropped: z.array(z.object({ discipline: z.enum(DISCIPLINES), reason: z.string() })),
  /** Null while it is open. */
  decision: z.string().nullable(),
  decided: told.nullable(),
  note: z.string().nullable(),
  /** What a launch allows; null where it allows everything, and where nothing was launched. */
  scope: z
    .object({
      environment: z.string(),
      up_to: z.union([z.literal('full'), z.object({ percentage: z.number() })]),
      until: z.string().nullable(),
    })
    .nullable(),
  disciplines: z.array(recordedDiscipline),
  prompts: z.array(recordedPrompt),
  /** In the order in which they first came. */
  attendance: z.array(recordedAttendee),
})

export type RecordedRound = Readonly<z.infer<typeof recordedRound>>
export type RecordedDiscipline = Readonly<z.infer<typeof recordedDiscipline>>
export type RecordedWord = RecordedDiscipline['said'][number]
