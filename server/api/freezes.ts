import { z } from 'zod'
import { findFreezes } from '../freezes/find-freezes.ts'
import { liftFreeze } from '../freezes/lift-freeze.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { moment, reasonSchema } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Freezes'

const freezeSchema = z.object({
  id: z.uuid(),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  reason: z.string(),
  environments: z.array(z.string()),
  set_by: z.string(),
})

export const listFreezes = operation({
  id: 'listFreezes',
  method: 'GET',
  path: '/freezes',
  summary: 'The freezes that stand or are to come',
  tag,
  result: z.object({ freezes: z.array(freezeSchema) }),
  run: (actor) => findFreezes(actor),
})

export const createFreeze = operation({
  id: 'createFreeze',
  method: 'POST',
  path: '/freezes',
  summary: 'Sets a window in which nothing widens; without environments, everywhere',
  tag,
  body: z.strictObject({
    starts_at: moment,
    ends_at: moment,
    reason: reasonSchema,
    environments: z.array(z.string(), 'is a list of environment keys.').max(50).optional(),
  }),
  status: 201,
  result: freezeSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { starts_at: startsAt, ends_at: endsAt, reason, environments = [] } = body
    const { result, seqs } = await setFreeze(actor, { startsAt, endsAt, reason, environments })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const deleteFreeze = operation({
  id: 'deleteFreeze',
  method: 'DELETE',
  path: '/freezes/{id}',
  summary: 'Lifts a freeze; it stays on record',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a freeze.') }),
  result: z.object({ lifted: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params }) => {
    const { seqs } = await liftFreeze(actor, params.id)
    return { lifted: true, seq: seqs[0] ?? null }
  },
})
