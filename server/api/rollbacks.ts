import { z } from 'zod'
import type { Refusal } from '../../domain/refusal.ts'
import { summarise } from '../../domain/refusal.ts'
import { findRollback } from '../toggles/find-rollback.ts'
import { rollBack } from '../toggles/roll-back.ts'
import {
  proposePlanRollback,
  type RolledBackPlan,
  rollBackPlan,
} from '../toggles/roll-back-plan.ts'
import { reasonSchema, wholeNumber } from './fields.ts'
import { operation } from './operation.ts'
import { checkSchema, flippedAnswer, flippedSchema } from './toggle-results.ts'
import { versionNamed } from './version-named.ts'

const stateParams = z.strictObject({ key: z.string(), environment: z.string() })
const planParams = z.strictObject({ slug: z.string() })

const seqSchema = z
  .int('is the number of an entry.')
  .min(1, 'is 1 or more.')
  .max(2 ** 53 - 1)

const stageNumber = z.int('is the number of a stage.').min(1, 'is 1 or more.').max(10_000)

/** The stages that run, before which a rollback can go. */
const undoableStagesSchema = z.array(z.object({ n: z.int(), label: z.string() }))

export const rollBackToggle = operation({
  id: 'rollBackToggle',
  method: 'POST',
  path: '/toggles/{key}/environments/{environment}/rollback',
  summary:
    'Restores the state before the newest flip, before an entry or a stage, or at a version; checked only where that widens',
  tag: 'Toggles',
  params: stateParams,
  body: z.strictObject({
    reason: reasonSchema,
    to_before_seq: seqSchema.optional(),
    to_version: wholeNumber.optional(),
    before_stage: stageNumber.optional(),
    expected_version: wholeNumber.optional(),
  }),
  ifMatch: 'optional',
  hasVersion: true,
  result: flippedSchema,
  run: async (actor, { params, body, ifMatch }) =>
    flippedAnswer(
      await rollBack(actor, {
        toggle: params.key,
        environment: params.environment,
        reason: body.reason,
        toBeforeSeq: body.to_before_seq,
        toVersion: body.to_version,
        beforeStage: body.before_stage,
        expectedVersion: body.expected_version ?? versionNamed(ifMatch),
      }),
    ),
})

export const proposeRollback = operation({
  id: 'proposeRollback',
  method: 'GET',
  path: '/toggles/{key}/environments/{environment}/rollback',
  summary: 'What a rollback would restore now; null when there is nothing to undo. Changes nothing',
  tag: 'Toggles',
  params: stateParams,
  query: z.strictObject({
    to_before_seq: z.coerce.number('is the number of an entry.').pipe(seqSchema).optional(),
    to_version: z.coerce.number('is a version.').pipe(wholeNumber).optional(),
    before_stage: z.coerce.number('is the number of a stage.').pipe(stageNumber).optional(),
  }),
  result: z
    .object({
      undoes: z.int(),
      through: z.int(),
      from: z.string(),
      to: z.string(),
      direction: z.enum(['widens', 'narrows', 'both', 'none', 'same']),
      checks: z.array(checkSchema),
      allowed: z.boolean(),
      allowed_to: z.string(),
      version: z.int(),
      stages: undoableStagesSchema,
    })
    .nullable(),
  run: (actor, { params, query }) =>
    findRollback(actor, params.key, params.environment, {
      toBeforeSeq: query.to_before_seq,
      toVersion: query.to_version,
      beforeStage: query.before_stage,
    }),
})

const restoredPlan = z.object({
  restored: z.array(
    z.object({
      toggle: z.string(),
      environment: z.string(),
      from: z.string(),
      to: z.string(),
      seen: z.int(),
      version: z.int(),
    }),
  ),
  held: z.array(
    z.object({
      toggle: z.string(),
      environment: z.string(),
      from: z.string(),
      to: z.string(),
      seen: z.int(),
      why: z.string(),
      checks: z.array(checkSchema),
    }),
  ),
})

function answerOf({ restored, held }: RolledBackPlan) {
  return {
    restored,
    held: held.map(({ refusal, ...move }) => ({
      ...move,
      why: summarise(refusal).detail,
      checks: checksOf(refusal),
    })),
  }
}

function checksOf(refusal: Refusal) {
  return refusal.code === 'checks_not_passed' ? refusal.checks : []
}

export const rollBackWholePlan = operation({
  id: 'rollBackPlan',
  method: 'POST',
  path: '/release-plans/{slug}/rollback',
  summary:
    'Undoes everything flipped for a plan since its launch, an entry or a stage, in reverse order and in one step; what would widen and may not is reported',
  tag: 'Release plans',
  params: planParams,
  body: z.strictObject({
    reason: reasonSchema,
    environment: z.string().optional(),
    to_before_seq: seqSchema.optional(),
    before_stage: stageNumber.optional(),
    expected_versions: z
      .array(z.strictObject({ toggle: z.string(), environment: z.string(), version: wholeNumber }))
      .max(1000)
      .optional(),
  }),
  result: restoredPlan.extend({ seqs: z.array(z.int()) }),
  run: async (actor, { params, body }) => {
    const { reason, environment } = body
    const { result, seqs } = await rollBackPlan(actor, {
      slug: params.slug,
      reason,
      environment,
      toBeforeSeq: body.to_before_seq,
      beforeStage: body.before_stage,
      expectedVersions: body.expected_versions,
    })
    return { ...answerOf(result), seqs }
  },
})

export const proposeWholePlanRollback = operation({
  id: 'proposePlanRollback',
  method: 'GET',
  path: '/release-plans/{slug}/rollback',
  summary: 'What rolling a plan back would restore and what would be held. Changes nothing',
  tag: 'Release plans',
  params: planParams,
  query: z.strictObject({
    environment: z.string().optional(),
    to_before_seq: z.coerce.number('is the number of an entry.').pipe(seqSchema).optional(),
    before_stage: z.coerce.number('is the number of a stage.').pipe(stageNumber).optional(),
  }),
  result: restoredPlan.extend({ stages: undoableStagesSchema }),
  run: async (actor, { params, query }) => {
    const proposed = await proposePlanRollback(actor, {
      slug: params.slug,
      environment: query.environment,
      toBeforeSeq: query.to_before_seq,
      beforeStage: query.before_stage,
    })
    return { ...answerOf(proposed), stages: [...proposed.stages] }
  },
})
