'use client'

import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { Button } from '../ui/button.tsx'
import { useTheMeeting } from './the-meeting.ts'
import { useNote } from './use-note.ts'

/** One button by which somebody says that they are in the meeting; gone once they are. */
export function ImHere() {
  const { slug, meeting, me, isOpen } = useTheMeeting()
  const { pending, problem, note } = useNote(slug, meeting.round.id)
  const isHere = meeting.attendance.some((one) => one.person_id === me.id && one.present)
  if (problem) return <ApiProblemNote problem={problem} />
  if (!isOpen || isHere) return null
  return (
    <Button variant="primary" size="small" pending={pending !== null} onClick={() => note(true)}>
      I’m here
    </Button>
  )
}
