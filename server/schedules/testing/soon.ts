import { setTimeout } from 'node:timers/promises'
import { db } from '../../db.ts'

/** A moment so near that a test can wait for it, and so far that scheduling is done before. */
export function soon(afterMs = 0): Date {
  return new Date(Date.now() + 1500 + afterMs)
}

/** Waits until the moment of a schedule has come, by the database's clock. */
export async function momentPassed(id: string): Promise<void> {
  const { due } = await db().schedule.findUniqueOrThrow({ where: { id }, select: { due: true } })
  for (;;) {
    const [row] = await db().$queryRaw<{ passed: boolean }[]>`
      SELECT ${due}::timestamptz < clock_timestamp() - interval '5 ms' AS passed`
    if (row?.passed) return
    await setTimeout(20)
  }
}
