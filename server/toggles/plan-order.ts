import { Refused } from '../../domain/refusal.ts'
import type { Db } from '../db.ts'

/**
 * The keys that a plan names, in the plan's order.
 *
 * @throws Refused `not_found` for an unknown plan.
 */
export async function planOrder(tx: Db, slug: string): Promise<readonly string[]> {
  const plan = await tx.plan.findUnique({
    where: { slug },
    select: { planToggles: { orderBy: { position: 'asc' }, select: { key: true } } },
  })
  if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
  return plan.planToggles.map(({ key }) => key)
}
