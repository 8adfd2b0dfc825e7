import { z } from 'zod'
import { oneLine, type Signal } from '../signal.ts'

const told = z.strictObject({
  id: z.string().min(1).max(200),
  status: z.enum(['firing', 'resolved', 'inconclusive']),
  at: z.iso.datetime({ offset: true }),
  summary: z.string().max(2000).optional(),
})

/** What any program may send: an id of its own for each telling, what it says, and when. */
export function readGeneric(payload: unknown): Signal | null {
  const read = told.safeParse(payload)
  if (!read.success) return null
  const { id, status, at, summary } = read.data
  return {
    told: status === 'inconclusive' ? 'unclear' : status,
    said: oneLine(summary),
    identity: JSON.stringify([id]),
    at: new Date(at),
    isTest: false,
  }
}
