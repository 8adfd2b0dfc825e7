import { db } from '../../db.ts'
import type { HeadPlace } from './head-place.ts'

/** Hands a signed head over, as one line of JSON; what it throws is tried again later. */
export type HandOver = (place: HeadPlace, body: string, headId: string) => Promise<void>

/**
 * Delivers one head to one place, unless it was delivered. A place that is not configured any more
 * is given up.
 *
 * @throws what `handOver` throws, after noting it.
 */
export async function deliverHead(
  { head, place }: { readonly head: string; readonly place: string },
  places: readonly HeadPlace[],
  handOver: HandOver,
): Promise<string> {
  const key = { headId_place: { headId: head, place } }
  const row = await db().headDelivery.findUnique({ where: key, include: { head: true } })
  if (!row) return 'there is no such delivery'
  if (row.status === 'delivered') return 'was delivered'
  const to = places.find(({ name }) => name === place)
  const attempts = row.attempts + 1
  try {
    if (!to) throw new Error('this place is not configured any more')
    await handOver(to, row.head.body, head)
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    await db().headDelivery.update({ where: key, data: { status: 'failed', attempts, lastError } })
    if (!to) return lastError
    throw error
  }
  await db().headDelivery.update({
    where: key,
    data: { status: 'delivered', attempts, lastError: null, deliveredAt: new Date() },
  })
  return `delivered to ${place}`
}
