import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { metricSchema } from '../../domain/rollout/criterion.ts'
import { STAGE_DECISIONS } from '../../domain/rollout/stage-run.ts'
import type { Done } from '../change.ts'
import { findStages } from '../rollout/find-stages.ts'
import { pauseStage, resumeStage } from '../rollout/pause-stage.ts'
import { recordResults } from '../rollout/record-results.ts'
import { startStage } from '../rollout/start-stage.ts'
import { waiveStage } from '../rollout/waive-stage.ts'
import { reasonSchema, wholeNumber } from './fields.ts'
import { operation } from './operation.ts'
import { planStagesResult } from './stage-results.ts'
import { versionNamed } from './version-named.ts'

const tag = 'Stages'
const stageParams = z.strictObject({
  slug: z.string(),
  n: z.coerce.number('is a number.').int('is a whole number.').min(1, 'is 1 or more.').max(10_000),
})

/** Where a stage runs, where the plan has more than one toggle or environment. */
const where = {
  environment: z.string('is the key of an environment.').max(64).optional(),
  toggle: z.string('is the key of a toggle.').max(300).optional(),
} as const
const said = z.string('is a text.').trim().min(1, 'must not be empty.').max(4000)
const count = wholeNumber.nullable().default(null)
const changedResult = planStagesResult.extend({ seqs: z.array(z.int()) })

async function answered(actor: Actor, slug: string, { seqs }: Done<unknown>) {
  return { ...(await findStages(actor, slug)), seqs }
}

export const listStages = operation({
  id: 'listStages',
  method: 'GET',
  path: '/release-plans/{slug}/stages',
  summary: "A plan's stages: what runs now, since when, what is next and when it may go",
  tag,
  params: z.strictObject({ slug: z.string() }),
  result: planStagesResult,
  run: (actor, { params }) => findStages(actor, params.slug),
})

export const startAStage = operation({
  id: 'startStage',
  method: 'POST',
  path: '/release-plans/{slug}/stages/{n}/start',
  summary: 'Starts a stage that no percentage starts; any other starts with the flip to it',
  tag,
  params: stageParams,
  body: z.strictObject({ reason: reasonSchema.optional(), ...where }),
  result: changedResult,
  run: async (actor, { params, body }) =>
    answered(actor, params.slug, await startStage(actor, { ...params, ...body })),
})

export const pauseAStage = operation({
  id: 'pauseStage',
  method: 'POST',
  path: '/release-plans/{slug}/stages/{n}/pause',
  summary: 'Pauses a stage: its soak clock stands still and nothing widens',
  tag,
  params: stageParams,
  body: z.strictObject({ reason: reasonSchema, ...where }),
  result: changedResult,
  run: async (actor, { params, body }) =>
    answered(actor, params.slug, await pauseStage(actor, { ...params, ...body })),
})

export const resumeAStage = operation({
  id: 'resumeStage',
  method: 'POST',
  path: '/release-plans/{slug}/stages/{n}/resume',
  summary: 'Resumes a paused stage; its soak clock goes on from where it stood',
  tag,
  params: stageParams,
  body: z.strictObject({ reason: reasonSchema, ...where }),
  result: changedResult,
  run: async (actor, { params, body }) =>
    answered(actor, params.slug, await resumeStage(actor, { ...params, ...body })),
})

export const recordStageResults = operation({
  id: 'recordStageResults',
  method: 'PUT',
  path: '/release-plans/{slug}/stages/{n}/results',
  summary: 'What a stage came to: users, metrics against criteria, errors, decision',
  tag,
  params: stageParams,
  body: z.strictObject({
    users: count,
    metrics: z.array(metricSchema, 'is a list of metrics.').max(50, 'is 50 metrics at most.'),
    errors: count,
    errors_note: said.optional(),
    decision: z.enum(STAGE_DECISIONS, `is one of ${STAGE_DECISIONS.join(', ')}.`),
    note: said.optional(),
    expected_version: wholeNumber.optional(),
    ...where,
  }),
  ifMatch: 'optional',
  result: changedResult,
  run: async (actor, { params, body, ifMatch }) => {
    const { errors_note: errorsNote, expected_version: expectedVersion, ...results } = body
    const recorded = await recordResults(actor, {
      ...params,
      ...results,
      errorsNote,
      expectedVersion: expectedVersion ?? versionNamed(ifMatch),
    })
    return answered(actor, params.slug, recorded)
  },
})

export const waiveAStage = operation({
  id: 'waiveStage',
  method: 'POST',
  path: '/release-plans/{slug}/stages/{n}/waiver',
  summary: 'Consciously passes over the soak of a stage, or one of its criteria',
  tag,
  params: stageParams,
  body: z
    .strictObject({
      soak: z.literal(true, 'is true, or left out.').optional(),
      criterion: z.string('is the name of a criterion.').trim().min(1).max(200).optional(),
      reason: reasonSchema.min(10, 'Say in at least 10 characters why it is passed over.'),
      ...where,
    })
    .refine(
      ({ soak, criterion }) => (soak === undefined) !== (criterion === undefined),
      'Name either the soak or one criterion.',
    ),
  result: changedResult,
  run: async (actor, { params, body: { soak: _, criterion = null, ...body } }) =>
    answered(actor, params.slug, await waiveStage(actor, { ...params, ...body, criterion })),
})
