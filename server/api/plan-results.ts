import { z } from 'zod'
import { reading } from '../../domain/plan/reading.ts'
import { sectionNames } from '../../domain/plan/section-name.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import type { RosterRow, SignOff } from '../../domain/roll-call/roster.ts'
import { SAID } from '../../domain/roll-call/verdict.ts'
import type { ChangedSpan } from '../plans/edit-plan.ts'
import type { PlanDetail } from '../plans/find-plan.ts'
import type { PlanSummary } from '../plans/find-plans.ts'
import type { SameText } from '../plans/find-same-text.ts'
import type { ToggleLink } from '../plans/toggle-links.ts'

const moment = z.iso.datetime()

/** What names a plan in every answer. */
export const planHead = z.object({ slug: z.string(), title: z.string(), revision: z.int() })

const speaker = z.object({ id: z.uuid().nullable(), name: z.string() })

/** One thing said in a round. */
export const signOffResult = z.object({
  id: z.uuid(),
  discipline: z.enum(DISCIPLINES),
  ordinal: z.int(),
  verdict: z.enum(SAID),
  manner: z.enum(['signed', 'recorded']),
  given_by: speaker,
  recorded_by: z.object({ id: z.uuid(), name: z.string() }),
  in_place_of: z.object({ name: z.string(), until: moment }).exactOptional(),
  note: z.string().nullable(),
  would_change: z.string().nullable(),
  revision: z.int(),
  section_hashes: z.partialRecord(z.enum(sectionNames), z.string()),
  late: z.boolean(),
  at: moment,
}) satisfies z.ZodType<SignOff>

/** Where one discipline stands. */
export const rosterResult = z.object({
  discipline: z.enum(DISCIPLINES),
  required: z.boolean(),
  status: z.enum(['waiting', 'stale', ...SAID]),
  stale_sections: z.array(z.enum(sectionNames)),
  stale_because: z.enum(['edited', 'expired']).nullable(),
  satisfied: z.boolean(),
  good_until: moment.nullable(),
  spoken_by: z.array(speaker),
  sign_off: signOffResult.nullable(),
}) satisfies z.ZodType<RosterRow>

const toggleLink = z.object({
  key: z.string(),
  description: z.string().nullable(),
  line: z.int(),
  status: z.enum(['registered', 'archived', 'unknown']),
  near: z.array(z.string()),
}) satisfies z.ZodType<ToggleLink>

const sameText = z.object({
  slug: z.string(),
  title: z.string(),
  revision: z.int(),
}) satisfies z.ZodType<SameText>

/** A plan that was imported, or would be. */
export const importedResult = z.object({
  plan: planHead,
  reading,
  toggles: z.array(toggleLink),
  registered: z.array(z.string()),
  same_text: z.array(sameText),
  kept: z.boolean(),
  seq: z.int().nullable(),
})

/** A plan after an edit. */
export const revisedResult = z.object({ plan: planHead, reading, seq: z.int().nullable() })

const changedSpan = z.object({
  from: z.int(),
  to: z.int(),
  line: z.int(),
  was: z.string(),
  text: z.string(),
}) satisfies z.ZodType<ChangedSpan>

/** A plan after edits of its structure, or as it would be. */
export const editedResult = z.object({
  plan: planHead,
  changes: z.array(changedSpan),
  reading,
  kept: z.boolean(),
  seq: z.int().nullable(),
})

/** One plan in a list. */
export const planSummary = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  team: z.string(),
  revision: z.int(),
  created_at: moment,
  revised_at: moment,
  toggles: z.array(z.string()),
  unanswered: z.int(),
  open_findings: z.int(),
  roll_call: z
    .object({
      id: z.uuid(),
      number: z.int(),
      decision: z.string().nullable(),
      decided_at: moment.nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<PlanSummary>

/** One plan with its reading, roster and readiness. */
export const planDetail = z.object({
  plan: z.object({
    ...planHead.shape,
    kind: z.string(),
    team: z.string(),
    team_id: z.uuid(),
    team_name: z.string(),
    sha256: z.string(),
    created_at: moment,
  }),
  reading,
  toggles: z.array(toggleLink),
  acknowledged: z.array(
    z.object({ finding: z.string(), by: z.string(), at: moment, note: z.string().nullable() }),
  ),
  roster: z.array(rosterResult),
  readiness: z.object({
    state: z.enum(['no_roll_call', 'open', 'launched', 'paused', 'pivoted']),
    ready: z.boolean(),
    missing: z.array(z.string()),
  }),
  roll_calls: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      revision: z.int(),
      opened_at: moment,
      decision: z.string().nullable(),
      decided_at: moment.nullable(),
    }),
  ),
  revisions: z.array(
    z.object({
      number: z.int(),
      sha256: z.string(),
      author: z.string().nullable(),
      created_at: moment,
    }),
  ),
}) satisfies z.ZodType<PlanDetail>

/** A finding that a person has seen. */
export const acknowledgedResult = z.object({
  id: z.string(),
  acknowledged: z.literal(true),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: moment,
  note: z.string().nullable(),
  seq: z.int().nullable(),
})
