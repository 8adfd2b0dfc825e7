import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { type Meeting, meetingAtRest } from '../../domain/roll-call/meeting.ts'
import type { Db } from '../db.ts'

/** Whose turn it is in a round and what its clocks say; at rest before the facilitator's first word. */
export async function meetingState(tx: Db, rollCallId: string): Promise<Meeting> {
  const row = await tx.meeting.findUnique({
    where: { rollCallId },
    select: {
      turn: true,
      turnSince: true,
      beganAt: true,
      endedAt: true,
      meetingMinutes: true,
      turnMinutes: true,
    },
  })
  if (!row) return meetingAtRest
  return { ...row, turn: row.turn !== null && isDiscipline(row.turn) ? row.turn : null }
}
