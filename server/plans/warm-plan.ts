import { db } from '../db.ts'
import { planSections, planText } from './plan-text.ts'

/**
 * Reads what a command on a plan's roll call will need of its texts, before its transaction opens:
 * reading is a pure function whose answers this process keeps, and a long text that is read inside
 * the transaction would keep its locks meanwhile. Decides nothing; an unknown plan is left to the
 * command.
 */
export async function warmPlan(slug: string): Promise<void> {
  const plan = await db().plan.findUnique({
    where: { slug },
    select: { id: true, rollCalls: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  })
  if (!plan) return
  await planText(db(), plan.id)
  const oldest = await db().signOff.aggregate({
    where: { rollCallId: { in: plan.rollCalls.map(({ id }) => id) } },
    _min: { revision: true },
  })
  await planSections(db(), plan.id, oldest._min.revision)
}
