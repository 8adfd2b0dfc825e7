import { z } from 'zod'
import { findOpenOverrides } from '../toggles/find-overrides.ts'
import { overrideReviewInput, reviewOverride } from '../toggles/review-override.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Overrides'

export const listOverrides = operation({
  id: 'listOverrides',
  method: 'GET',
  path: '/overrides',
  summary: 'The overrides that wait for a second person, oldest first',
  tag,
  query: shortListQuery.extend({ toggle: z.string().optional() }),
  result: z.object({
    overrides: z.array(
      z.object({
        id: z.uuid(),
        toggle: z.string(),
        environment: z.string(),
        made_by: z.string(),
        at: z.iso.datetime(),
        checks: z.array(z.string()),
        reason: z.string(),
        incident_link: z.string().nullable(),
        follow_up: z.object({ by: z.string(), note: z.string() }).nullable(),
        may_review: z.boolean(),
      }),
    ),
    next_cursor: z.string().nullable(),
  }),
  run: async (actor, { query: { toggle, ...page } }) => {
    const { shown, next_cursor } = pageOf(await findOpenOverrides(actor, { toggle }), page)
    return { overrides: shown, next_cursor }
  },
})

export const reviewAnOverride = operation({
  id: 'reviewOverride',
  method: 'POST',
  path: '/overrides/{id}/review',
  summary: 'A second person’s verdict on an override, which closes it',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of an override.') }),
  body: overrideReviewInput,
  result: z.object({
    id: z.uuid(),
    toggle: z.string(),
    environment: z.string(),
    verdict: z.enum(['justified', 'not_justified', 'needs_follow_up']),
    seq: z.int().nullable(),
  }),
  run: async (actor, { params, body }) => {
    const { result, seqs } = await reviewOverride(actor, { id: params.id, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})
