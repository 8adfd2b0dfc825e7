import type { Db } from '../../db.ts'
import { enqueue } from '../../jobs/enqueue.ts'

// Whoever edits a plan saves more than once; they are asked again when it is quiet.
const QUIET_MS = 30_000

/**
 * Has the worker ask, after an edit of a plan, those whose sign-offs it made stale; nothing when no
 * round is open.
 */
export async function askAgainSoon(tx: Db, planId: string): Promise<void> {
  const round = await tx.rollCall.findFirst({
    where: { planId, decision: null },
    select: { id: true },
  })
  if (!round) return
  const runAt = new Date(Date.now() + QUIET_MS)
  const jobKey = `ask:${round.id}`
  await enqueue(tx, 'ask_for_sign_offs', { roll_call: round.id }, { runAt, jobKey })
}
