'use client'

import { Clock } from './clock.tsx'
import type { ShownTimer } from './shown-round.ts'
import { useClock } from './use-clock.ts'

interface MeetingClocksProps {
  timer: ShownTimer
  /** What the turn's clock is called: the discipline. Null while nobody is called. */
  called: string | null
  readAt: string
  aheadMs: number
  large?: boolean
}

/** The clock of the turn and that of the meeting, the same on every screen. */
export function MeetingClocks({
  timer,
  called,
  readAt,
  aheadMs,
  large = false,
}: MeetingClocksProps) {
  const { began_at: began, ended_at: ended, turn_since: since } = timer
  const now = useClock(readAt, aheadMs, began !== null && ended === null)
  if (began === null) return null
  const until = ended === null ? now : Date.parse(ended)
  // A turn that was called after the clocks were stopped has none.
  const turn = since === null ? null : Math.max(0, until - Date.parse(since))
  return (
    <div className={large ? 'flex flex-wrap gap-16' : 'flex w-full gap-x-8 gap-y-3 sm:w-auto'}>
      {called !== null && (
        <Clock label={called} gone={turn} minutes={timer.turn_minutes} large={large} />
      )}
      <Clock
        label={ended === null ? 'Meeting' : 'Meeting, stopped'}
        gone={until - Date.parse(began)}
        minutes={timer.meeting_minutes}
        large={large}
      />
    </div>
  )
}
