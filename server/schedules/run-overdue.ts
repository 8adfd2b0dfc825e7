import { db } from '../db.ts'
import { runSchedule } from './run-schedule.ts'

/**
 * Makes what is overdue, whose job was lost or is held by a worker that died: a schedule is settled
 * once, whoever else is at it.
 *
 * @returns how many were settled by this.
 */
export async function runOverdue(): Promise<number> {
  const overdue = await db().schedule.findMany({
    where: { state: 'waiting', due: { lte: new Date().toISOString() } },
    orderBy: [{ due: 'asc' }, { madeAt: 'asc' }],
    select: { id: true },
    take: 100,
  })
  let settled = 0
  for (const { id } of overdue) {
    const outcome = await runSchedule(id)
    if (outcome === 'done' || outcome === 'refused') settled += 1
  }
  return settled
}
