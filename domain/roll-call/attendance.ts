import { z } from 'zod'

/** Coming to a meeting or leaving it, from a form or a program. */
export const attendanceInput = z.strictObject({
  present: z.boolean(),
  /** Somebody in the room, noted by the facilitator; absent when it is the caller themself. */
  name: z.string().trim().min(1, 'must not be empty.').max(200).optional(),
})

export type AttendanceInput = z.infer<typeof attendanceInput>

/** Somebody who is or was in a meeting. */
export interface Attendee {
  readonly id: string
  /** Null where they are known by name alone. */
  readonly person_id: string | null
  readonly name: string
  readonly present: boolean
  /** UTC, RFC 3339: since when they are here, or gone. */
  readonly since: string
  /** Who noted it; the person themself unless the facilitator did. */
  readonly noted_by: string
}
