'use client'

import { ROSTER_LOOK } from '../plans/plan-roster.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import type { Turn } from './shown-round.ts'
import { useTheMeeting } from './the-meeting.ts'

/** Where a discipline stands; a word on its way shows already, and says that it is on its way. */
export function Standing({ turn, className = '' }: { turn: Turn; className?: string }) {
  const { onTheirWay } = useTheMeeting()
  const sent = onTheirWay.get(turn.discipline)
  const look = ROSTER_LOOK[sent?.verdict ?? turn.status]
  return (
    <StatusMark status={look.status} className={className}>
      {look.word}
      {sent && <span className="font-normal text-ink-soft"> being recorded…</span>}
    </StatusMark>
  )
}
