import { z } from 'zod'
import { sectionNames } from '../../domain/plan/section-name.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import type { RollCallDetail } from '../roll-call/find-roll-call.ts'
import type { RollCallSummary } from '../roll-call/find-roll-calls.ts'
import { planHead, rosterResult, signOffResult } from './plan-results.ts'

const moment = z.iso.datetime()

const round = {
  id: z.uuid(),
  number: z.int(),
  revision: z.int(),
  opened_by: z.string(),
  opened_at: moment,
  decision: z.string().nullable(),
  decided_by: z.string().nullable(),
  decided_at: moment.nullable(),
  note: z.string().nullable(),
  purpose: z.string().nullable(),
}

const prompt = z.object({
  n: z.int(),
  text: z.string(),
  owner: z.string().nullable(),
  answer: z.string().nullable(),
  note: z.string().nullable(),
})

/** What a launch allows. */
const launchScopeResult = z.object({
  environment: z.string(),
  up_to: z.union([z.literal('full'), z.object({ percentage: z.number() })]),
  until: z.iso.datetime().nullable(),
}) satisfies z.ZodType<LaunchScope>

/** One round in a list. */
export const rollCallSummary = z.object(round) satisfies z.ZodType<RollCallSummary>

/** One round on one screen. */
export const rollCallDetail = z.object({
  ...round,
  plan: planHead,
  policy: z.object({ hash: z.string(), version: z.int().nullable() }),
  dropped: z.array(
    z.object({ discipline: z.enum(DISCIPLINES), name: z.string(), reason: z.string() }),
  ),
  scope: launchScopeResult.nullable(),
  disciplines: z.array(
    rosterResult.extend({
      name: z.string(),
      reviews: z.array(z.enum(sectionNames)),
      speaker: z.string(),
      in_person: z.boolean(),
      abstain: z.boolean(),
      not_applicable: z.boolean(),
      contacts: z.array(z.string()),
      said: z.array(signOffResult),
    }),
  ),
  prompts: z.array(
    prompt.extend({
      in_document: z
        .object({ answer: z.string().nullable(), note: z.string().nullable() })
        .nullable(),
    }),
  ),
  missing: z.array(z.string()),
  lacks: z.array(
    z.object({
      sentence: z.string(),
      at: z.enum(['discipline', 'prompt', 'finding']),
      key: z.string(),
    }),
  ),
  you: z.object({
    speak_for: z.array(z.enum(DISCIPLINES)),
    record: z.boolean(),
    run: z.boolean(),
    answer: z.boolean(),
    decide: z.boolean(),
  }),
}) satisfies z.ZodType<RollCallDetail>

/** A discipline's row after its word was taken. */
export const signedResult = rosterResult.extend({
  roll_call: z.object({ id: z.uuid(), number: z.int() }),
  seq: z.int().nullable(),
})

/** A prompt after its answer. */
export const answeredResult = prompt.extend({ seq: z.int().nullable() })
