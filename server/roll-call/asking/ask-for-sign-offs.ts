import { systemActor } from '../../access/system-actor.ts'
import { change } from '../../change.ts'
import { db } from '../../db.ts'
import { askRound } from './ask-round.ts'

/**
 * Asks, in the system's name, everybody whose discipline waits in the open round `id`, and again
 * those whose sign-off went stale; each once. Answers how many were asked.
 */
export async function askForSignOffs(id: string): Promise<number> {
  const round = await db().rollCall.findUnique({
    where: { id },
    select: { number: true, decision: true, plan: { select: { slug: true } } },
  })
  if (!round || round.decision !== null) return 0
  const { slug } = round.plan
  const actor = systemActor()
  const target = { plan: slug, roll_call: round.number }
  const { result } = await change(actor, { tried: 'ask for sign-offs', target }, (tx) =>
    askRound(tx, actor, { slug, rollCall: id }, ({ row }) => {
      // Who took their word back knows it.
      if (row.status === 'withdrawn') return null
      return row.status === 'stale' ? 'stale' : 'opened'
    }),
  )
  return result
}
