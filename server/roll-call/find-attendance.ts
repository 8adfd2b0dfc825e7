import type { Attendee } from '../../domain/roll-call/attendance.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Db } from '../db.ts'

const ATTENDEE = {
  id: true,
  personId: true,
  name: true,
  present: true,
  since: true,
  notedByPerson: { select: { name: true } },
} as const satisfies Prisma.AttendanceSelect

/** Who is or was in the meeting of a round, in the order in which they first came. */
export async function findAttendance(tx: Db, rollCallId: string): Promise<Attendee[]> {
  const rows = await tx.attendance.findMany({
    where: { rollCallId },
    select: ATTENDEE,
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  })
  return rows.map(attendeeOf)
}

/** One of them by the row's id. */
export async function findAttendee(tx: Db, id: string): Promise<Attendee> {
  return attendeeOf(await tx.attendance.findUniqueOrThrow({ where: { id }, select: ATTENDEE }))
}

function attendeeOf(row: Prisma.AttendanceGetPayload<{ select: typeof ATTENDEE }>): Attendee {
  const { id, personId, name, present, since, notedByPerson } = row
  return {
    id,
    person_id: personId,
    name,
    present,
    since: since.toISOString(),
    noted_by: notedByPerson.name,
  }
}
