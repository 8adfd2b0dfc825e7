import { z } from 'zod'
import { pastMomentSchema } from '../../domain/audit/entry-query.ts'
import { toggleStateSchema } from '../../domain/toggle/state.ts'
import { stateDifference } from '../toggles/state-difference.ts'
import { operation } from './operation.ts'

const moment = z.object({ at: z.iso.datetime(), seq: z.int() })

const stateThen = z.object({
  state: z.enum(['off', 'conditional', 'on']),
  words: z.string(),
  ...toggleStateSchema.shape,
  actors_masked: z.boolean(),
  version: z.int(),
  seq: z.int(),
})

export const readStateDifference = operation({
  id: 'readStateDifference',
  method: 'GET',
  path: '/state/difference',
  summary:
    'What was flipped between two moments: each toggle’s state before and after, and the flips between, from the log',
  tag: 'Audit',
  query: z.strictObject({
    from: pastMomentSchema,
    to: pastMomentSchema,
    environment: z.string().optional(),
  }),
  result: z.object({
    from: moment,
    to: moment,
    changes: z.array(
      z.object({
        toggle: z.string(),
        environment: z.string(),
        before: stateThen.nullable(),
        after: stateThen,
        differs: z.boolean(),
        flips: z.object({ seqs: z.array(z.int()), more: z.boolean() }),
      }),
    ),
    flips: z.array(
      z.object({
        seq: z.int(),
        sealed_at: z.iso.datetime(),
        sentence: z.string(),
        outcome: z.enum(['allowed', 'denied']),
        reason: z.string().nullable(),
      }),
    ),
  }),
  run: (actor, { query }) => stateDifference(actor, query),
})
