import { z } from 'zod'
import { findRoundDue } from '../roll-call/asking/find-due.ts'
import { setDue } from '../roll-call/asking/set-due.ts'
import { moment } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'Roll calls'
const path = '/release-plans/{slug}/roll-calls/{id}/due'
const params = z.strictObject({ slug: z.string(), id: z.string() })

export const readRollCallDue = operation({
  id: 'readRollCallDue',
  method: 'GET',
  path,
  summary: 'By when an open round wants its sign-offs',
  tag,
  params,
  result: z.object({
    needed_by: z.iso.datetime().nullable(),
    is_overdue: z.boolean(),
    may_set: z.boolean(),
  }),
  run: (actor, { params: { slug, id } }) => findRoundDue(actor, slug, id),
})

export const setRollCallDue = operation({
  id: 'setRollCallDue',
  method: 'PUT',
  path,
  summary:
    'By when an open round wants its sign-offs: those who have not spoken are reminded before it and once after. Null takes the date back',
  tag,
  params,
  body: z.strictObject({ needed_by: moment.nullable() }),
  result: z.object({ needed_by: z.iso.datetime().nullable(), seq: z.int().nullable() }),
  run: async (actor, { params: { slug, id: rollCall }, body }) => {
    const { result, seqs } = await setDue(actor, { slug, rollCall, neededBy: body.needed_by })
    return { ...result, seq: seqs[0] ?? null }
  },
})
