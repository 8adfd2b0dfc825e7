import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { type Meeting, type MeetingInput, nextMeeting } from '../../domain/roll-call/meeting.ts'
import { change, type Done } from '../change.ts'
import { lockPlan } from '../plans/lock-plan.ts'
import { databaseNow } from './database-now.ts'
import { meetingState } from './meeting-state.ts'
import { openRound } from './open-round.ts'

/** What the facilitator sets in the meeting of a round. */
export interface RunMeeting {
  readonly slug: string
  readonly rollCall: string
  readonly set: MeetingInput
}

// Those who watch a meeting are woken through this (server/live/watch-notices.ts).
const MEETING_CHANNEL = 'rollcall_meeting'

/**
 * Calls a discipline's turn, starts and stops the clocks of a meeting. It is no part of the log: it
 * decides nothing and ends with the meeting. Everybody's page is told.
 *
 * @throws Refused `forbidden`, `not_found`, `roll_call_closed`; `invalid` for a discipline that the
 * round does not ask.
 */
export async function runMeeting(actor: Actor, input: RunMeeting): Promise<Done<Meeting>> {
  const { slug, set } = input
  const attempt = { tried: `run the meeting of "${slug}"`, target: { plan: slug } }
  return change(actor, attempt, async (tx) => {
    const plan = await lockPlan(tx, actor, 'meeting.run', slug)
    if (actor.kind !== 'person') throw new Refused({ code: 'forbidden', action: 'meeting.run' })
    const round = await openRound(tx, plan, input.rollCall)
    if (set.turn && !round.disciplines.some(({ discipline }) => discipline === set.turn)) {
      const message = 'is no discipline of this roll call.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'turn', message }] })
    }
    const now = await databaseNow(tx)
    const next = nextMeeting(await meetingState(tx, round.id), set, now)
    const kept = { ...next, changedBy: actor.id, changedAt: now }
    await tx.meeting.upsert({
      where: { rollCallId: round.id },
      create: { rollCallId: round.id, ...kept },
      update: kept,
    })
    await tx.$executeRaw`SELECT pg_notify(${MEETING_CHANNEL}, ${round.id})`
    return { result: next, entries: 'unchanged' }
  })
}
