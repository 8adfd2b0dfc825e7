import { z } from 'zod'
import { setDue } from '../roll-call/asking/set-due.ts'
import { moment } from './fields.ts'
import { operation } from './operation.ts'

export const setRollCallDue = operation({
  id: 'setRollCallDue',
  method: 'PUT',
  path: '/release-plans/{slug}/roll-calls/{id}/due',
  summary:
    'By when an open round wants its sign-offs: those who have not spoken are reminded before it and once after. Null takes the date back',
  tag: 'Roll calls',
  params: z.strictObject({ slug: z.string(), id: z.string() }),
  body: z.strictObject({ needed_by: moment.nullable() }),
  result: z.object({ needed_by: z.iso.datetime().nullable(), seq: z.int().nullable() }),
  run: async (actor, { params: { slug, id: rollCall }, body }) => {
    const { result, seqs } = await setDue(actor, { slug, rollCall, neededBy: body.needed_by })
    return { ...result, seq: seqs[0] ?? null }
  },
})
