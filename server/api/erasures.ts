import { z } from 'zod'
import { erasePerson, erasureInput } from '../people/erase-person.ts'
import { operation } from './operation.ts'

export const eraseAPerson = operation({
  id: 'erasePerson',
  method: 'POST',
  path: '/people/{id}/erasure',
  summary:
    'Erases a person: their name, addresses and words, for good; the log goes on verifying, and says why',
  tag: 'People',
  params: z.strictObject({ id: z.uuid('is the id of a person.') }),
  body: erasureInput,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { params: { id }, body: { reason } }) => {
    const { result, seqs } = await erasePerson(actor, { person: id, reason })
    return { ...result, seq: seqs[0] ?? null }
  },
})
