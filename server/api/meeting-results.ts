import { z } from 'zod'
import { sectionNames } from '../../domain/plan/section-name.ts'
import type { Attendee } from '../../domain/roll-call/attendance.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import type { ChangesSince } from '../roll-call/find-changes-since.ts'
import type { MeetingDetail } from '../roll-call/find-meeting.ts'
import { rollCallDetail } from './roll-call-results.ts'

const moment = z.iso.datetime()

/** Somebody who is or was in a meeting. */
export const attendeeResult = z.object({
  id: z.uuid(),
  person_id: z.uuid().nullable(),
  name: z.string(),
  present: z.boolean(),
  since: moment,
  noted_by: z.string(),
}) satisfies z.ZodType<Attendee>

/** A meeting as every screen shows it. */
export const meetingResult = z.object({
  round: rollCallDetail.omit({ you: true }),
  turn: z.enum(DISCIPLINES).nullable(),
  timer: z.object({
    turn_since: moment.nullable(),
    began_at: moment.nullable(),
    ended_at: moment.nullable(),
    meeting_minutes: z.int().nullable(),
    turn_minutes: z.int().nullable(),
  }),
  attendance: z.array(attendeeResult),
  quorum: z.array(
    z.object({
      discipline: z.enum(DISCIPLINES),
      required: z.boolean(),
      state: z.enum(['spoken', 'present', 'missing']),
      voices: z.array(
        z.object({ id: z.uuid().nullable(), name: z.string(), present: z.boolean() }),
      ),
    }),
  ),
  at: moment,
}) satisfies z.ZodType<MeetingDetail>

/** What changed under a discipline's word. */
export const changesResult = z.object({
  discipline: z.enum(DISCIPLINES),
  signed: z.int().nullable(),
  revision: z.int(),
  sections: z.array(
    z.object({ section: z.enum(sectionNames), before: z.string(), after: z.string() }),
  ),
}) satisfies z.ZodType<ChangesSince>
