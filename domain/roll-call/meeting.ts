import { z } from 'zod'
import { DISCIPLINES, type Discipline } from './disciplines.ts'

/** What the facilitator sets in a meeting; what is left out stays. */
export const meetingInput = z
  .strictObject({
    /** The discipline that is called; null calls none. */
    turn: z.enum(DISCIPLINES).nullable(),
    /** Whether the clocks run: starting them anew begins at nought. */
    running: z.boolean(),
    /** How long the whole meeting is meant to take; null sets no limit. */
    meeting_minutes: z.int().min(1).max(480).nullable(),
    /** How long each discipline has; null sets no limit. */
    turn_minutes: z.int().min(1).max(120).nullable(),
  })
  .partial()

export type MeetingInput = z.infer<typeof meetingInput>

/** What every screen of a meeting shows alike. */
export interface Meeting {
  readonly turn: Discipline | null
  /** When that discipline was called, or its clock started; null while none is called. */
  readonly turnSince: Date | null
  readonly beganAt: Date | null
  /** When the clocks were stopped; null while they run and before they first do. */
  readonly endedAt: Date | null
  readonly meetingMinutes: number | null
  readonly turnMinutes: number | null
}

/** A meeting before anybody was called. */
export const meetingAtRest: Meeting = {
  turn: null,
  turnSince: null,
  beganAt: null,
  endedAt: null,
  meetingMinutes: null,
  turnMinutes: null,
}

/**
 * A meeting after the facilitator's word, at the moment `now`. Calling another discipline starts
 * its clock; calling the same one again changes nothing. Starting the clocks sets both to nought,
 * stopping them keeps what they show.
 */
export function nextMeeting(meeting: Meeting, input: MeetingInput, now: Date): Meeting {
  const { turn = meeting.turn, running } = input
  const isRunning = meeting.beganAt !== null && meeting.endedAt === null
  const starts = running === true && !isRunning
  const called = turn !== meeting.turn || starts
  return {
    turn,
    turnSince: turn === null ? null : called ? now : meeting.turnSince,
    beganAt: starts ? now : meeting.beganAt,
    endedAt: starts ? null : running === false && isRunning ? now : meeting.endedAt,
    meetingMinutes:
      input.meeting_minutes === undefined ? meeting.meetingMinutes : input.meeting_minutes,
    turnMinutes: input.turn_minutes === undefined ? meeting.turnMinutes : input.turn_minutes,
  }
}
