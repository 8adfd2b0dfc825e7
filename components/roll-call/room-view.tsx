'use client'

import { voiceOf } from '../../domain/roll-call/meeting-news.ts'
import { Button } from '../ui/button.tsx'
import { MeetingClocks } from './meeting-clocks.tsx'
import { GoesCount } from './quorum.tsx'
import { RosterStrip } from './roster-strip.tsx'
import { Standing } from './standing.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** The meeting on a screen that everybody in a room looks at: large, and nothing to press. */
export function RoomView({ news, onLeave }: { news: string | null; onLeave: () => void }) {
  const { meeting, aheadMs } = useTheMeeting()
  const { round, turn, timer, at, quorum } = meeting
  const called = round.disciplines.find(({ discipline }) => discipline === turn)
  const missing = quorum
    .filter(({ required, state }) => required && state === 'missing')
    .flatMap(({ discipline }) =>
      round.disciplines.filter((row) => row.discipline === discipline).map(({ name }) => name),
    )
  return (
    <div data-room className="flex min-h-[calc(100dvh-4rem)] flex-col gap-10">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="text-xl text-ink-soft">
          Roll call {round.number} · {round.plan.title}
        </h1>
        <Button variant="quiet" size="small" onClick={onLeave}>
          Leave the room view
        </Button>
      </div>
      <section aria-label="Now" className="flex flex-1 flex-col justify-center">
        {round.decision === null ? (
          <>
            <p className="text-2xl text-ink-soft">{called ? 'Now' : 'Nobody is called'}</p>
            {called && (
              <>
                <h2 className="room-now font-bold tracking-tight wrap-anywhere">{called.name}</h2>
                <p className="room-voice wrap-anywhere">{voiceOf(meeting) ?? called.speaker}</p>
                <Standing turn={called} className="mt-4 text-4xl" />
              </>
            )}
          </>
        ) : (
          <h2 className="room-now font-bold capitalize">Decision: {round.decision}</h2>
        )}
      </section>
      <MeetingClocks
        timer={timer}
        called={called?.name ?? null}
        readAt={at}
        aheadMs={aheadMs}
        large
      />
      <RosterStrip isRoom />
      <div className="flex flex-wrap items-baseline justify-between gap-x-12 gap-y-3">
        <GoesCount required={round.disciplines.filter((row) => row.required)} isRoom />
        <p className="text-2xl text-ink-soft">
          {news ?? (missing.length > 0 ? `Nobody here for ${missing.join(', ')}` : '')}
        </p>
      </div>
    </div>
  )
}
