'use client'

import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { voiceOf } from '../../domain/roll-call/meeting-news.ts'
import { Attendance } from './attendance.tsx'
import { DecisionForm } from './decision-form.tsx'
import { DisciplineRow } from './discipline-row.tsx'
import { KeyList } from './key-list.tsx'
import { keysOn } from './keys-on.ts'
import { meetingKeys } from './meeting-keys.ts'
import { MeetingTools } from './meeting-tools.tsx'
import { NowCalled } from './now-called.tsx'
import { PromptList } from './prompt-list.tsx'
import { Quorum } from './quorum.tsx'
import { RoomView } from './room-view.tsx'
import { RosterStrip } from './roster-strip.tsx'
import type { ShownMeeting, ShownYou } from './shown-round.ts'
import { MeetingProvider, type TheMeeting } from './the-meeting.ts'
import { useFacilitator } from './use-facilitator.ts'
import { useKeys } from './use-keys.ts'
import { useLiveMeeting } from './use-live-meeting.ts'
import { useWords } from './use-words.ts'
import { WordDialog } from './word-dialog.tsx'

interface MeetingProps {
  slug: string
  first: ShownMeeting
  you: ShownYou
  me: TheMeeting['me']
  /** Whose word can be recorded, and who can be noted as present. */
  known: readonly string[]
  isRoom: boolean
  /** Whether no later round was opened. */
  isNewest: boolean
  bounds: TheMeeting['bounds']
  /** Above and below the meeting; the room view is without them. */
  head: ReactNode
  foot: ReactNode
}

/** A round as a meeting: the same on every screen, with the buttons of the one who looks. */
export function Meeting(props: MeetingProps) {
  const { slug, first, you, me, known, head, foot } = props
  const { meeting: live, aheadMs, news, isLive, take } = useLiveMeeting(slug, first)
  const words = useWords(slug, take)
  const { meeting, ...facilitator } = useFacilitator(slug, live, take)
  const [isRoom, setRoom] = useState(props.isRoom)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [chosen, setChosen] = useState<{ turn: string | null; name: string } | null>(null)
  const areKeysOn = useSyncExternalStore(keysOn.subscribe, keysOn.read, () => true)
  const { round, turn } = meeting
  const isOpen = round.decision === null

  const the: TheMeeting = {
    slug,
    meeting,
    you,
    me,
    aheadMs,
    isOpen,
    isLaunched: round.decision === 'launch' && props.isNewest,
    bounds: props.bounds,
    facilitator,
    open: words.open,
    onTheirWay: words.onTheirWay,
    begin: (discipline, verdict, givenBy) =>
      words.begin({ discipline, verdict, givenBy, revision: round.plan.revision }),
    // Chosen for one turn: the next discipline has other people.
    speaker: chosen?.turn === turn && chosen ? chosen.name : (voiceOf(meeting) ?? ''),
    chooseSpeaker: (name) => setChosen({ turn, name }),
  }

  function toggleRoom() {
    const address = new URL(window.location.href)
    if (isRoom) address.searchParams.delete('view')
    else address.searchParams.set('view', 'room')
    window.history.replaceState(null, '', address)
    setRoom(!isRoom)
  }

  const keys = meetingKeys(the, { help: () => setHelpOpen(true), room: toggleRoom })
  useKeys(isRoom ? keys.inRoom : keys.acts, areKeysOn)
  const asked = round.disciplines.find((one) => one.discipline === words.open?.word.discipline)

  return (
    <MeetingProvider value={the}>
      {isRoom ? (
        <RoomView news={news?.words ?? null} onLeave={toggleRoom} />
      ) : (
        <>
          {head}
          <MeetingTools
            news={news}
            isLive={isLive}
            onHelp={() => setHelpOpen(true)}
            onRoom={toggleRoom}
          />
          {isOpen && <NowCalled />}
          {!isOpen && <DecisionForm />}
          <div className="my-6">
            <RosterStrip />
          </div>
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <div className="min-w-0">
              <h2 className="mb-2 text-lg font-semibold">Disciplines</h2>
              <ol className="border-t border-rule-strong" aria-label="Disciplines">
                {round.disciplines.map((one) => (
                  <DisciplineRow key={one.discipline} turn={one} />
                ))}
              </ol>
              <PromptList />
              {isOpen && <DecisionForm />}
            </div>
            <div className="flex flex-col gap-8">
              <Quorum />
              <Attendance known={known} />
            </div>
          </div>
          {foot}
        </>
      )}
      <WordDialog
        open={words.open}
        name={asked?.name ?? ''}
        speakers={known}
        revision={round.plan.revision}
        onGive={words.give}
        onCancel={words.cancel}
      />
      <KeyList
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        uses={keys.uses}
        isOn={areKeysOn}
        onSwitch={keysOn.set}
      />
    </MeetingProvider>
  )
}
