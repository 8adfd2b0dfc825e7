'use client'

import { voiceOf } from '../../domain/roll-call/meeting-news.ts'
import { TextLink } from '../ui/text-link.tsx'
import { MeetingClocks } from './meeting-clocks.tsx'
import { RecordWord } from './record-word.tsx'
import { sectionWords } from './section-words.ts'
import { SignWord } from './sign-word.tsx'
import { Standing } from './standing.tsx'
import { useTheMeeting } from './the-meeting.ts'
import { TurnControls } from './turn-controls.tsx'

/** Whose turn it is, large; what they review; and their buttons, for those who may press them. */
export function NowCalled() {
  const { slug, meeting, you, aheadMs } = useTheMeeting()
  const { round, turn, timer, at } = meeting
  const called = round.disciplines.find(({ discipline }) => discipline === turn)
  const isMine = called !== undefined && you.speak_for.includes(called.discipline)
  return (
    <section aria-label="Now" className="border-y-2 border-ink py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-sm font-semibold text-ink-soft">{isMine ? 'Your turn' : 'Now'}</p>
          <h2 className="text-2xl font-bold tracking-tight wrap-anywhere sm:text-3xl">
            {called ? called.name : 'Nobody is called'}
            {called && <Voice />}
          </h2>
          {called ? (
            <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
              <Standing turn={called} />
              <span className="text-ink-soft">
                Reviews {sectionWords(called.reviews)}.{' '}
                <TextLink href={`/plans/${slug}?view=document`}>Read the plan</TextLink>
              </span>
            </p>
          ) : (
            <p className="mt-1 max-w-reading text-sm text-ink-soft">
              {you.run
                ? 'Call the first discipline when everybody is here; each page shows whose turn it is.'
                : 'The program manager calls the disciplines in turn. You may say your word before.'}
            </p>
          )}
          {called && isMine && <SignWord turn={called} isLarge />}
        </div>
        <MeetingClocks timer={timer} called={called?.name ?? null} readAt={at} aheadMs={aheadMs} />
      </div>
      {called && !isMine && you.record && !called.in_person && <RecordWord turn={called} />}
      {you.run && <TurnControls />}
    </section>
  )
}

/** Who is to speak, and whether they are here to do it. */
function Voice() {
  const { meeting } = useTheMeeting()
  const name = voiceOf(meeting)
  if (name === null) return null
  const row = meeting.quorum.find(({ discipline }) => discipline === meeting.turn)
  const isHere = row?.voices.some((voice) => voice.name === name && voice.present)
  return (
    <span className="font-normal">
      {' '}
      — {name}
      {!isHere && <span className="text-base text-ink-soft"> (not here yet)</span>}
    </span>
  )
}
