import { z } from 'zod'
import { findLogReview } from '../audit/reviews/find-log-review.ts'
import { logReviewInput, reviewLog } from '../audit/reviews/review-log.ts'
import { operation } from './operation.ts'

const tag = 'Audit'
const counted = z.array(z.object({ name: z.string(), count: z.int(), denied: z.int() }))

export const readLogReview = operation({
  id: 'readLogReview',
  method: 'GET',
  path: '/audit/reviews',
  summary: 'What is new in the log since the caller reviewed it, and the newest reviews',
  tag,
  result: z.object({
    head: z.int(),
    reviewed_to: z.int(),
    reviewed_to_at: z.iso.datetime().nullable(),
    new_entries: z.int(),
    people: counted,
    toggles: counted,
    kinds: counted,
    reviews: z.array(
      z.object({
        by: z.string(),
        up_to: z.int(),
        note: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    ),
    may_review: z.boolean(),
  }),
  run: (actor) => findLogReview(actor),
})

export const reviewTheLog = operation({
  id: 'reviewLog',
  method: 'POST',
  path: '/audit/reviews',
  summary: 'The government lead’s word that the log was read up to an entry',
  tag,
  body: logReviewInput,
  status: 201,
  result: z.object({ from: z.int(), up_to: z.int(), seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await reviewLog(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})
