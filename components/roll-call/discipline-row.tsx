'use client'

import { capitalised } from '../toggles/capitalised.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ChangesSince } from './changes-since.tsx'
import { listed } from './listed.ts'
import { Objection } from './objection.tsx'
import { SaidLine } from './said-line.tsx'
import type { Turn } from './shown-round.ts'
import { SignWord } from './sign-word.tsx'
import { Standing } from './standing.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** A discipline of the round: what it said, what it said before, what changed since. */
export function DisciplineRow({ turn }: { turn: Turn }) {
  const { meeting, you, isOpen, facilitator } = useTheMeeting()
  const { discipline, name, required, sign_off: said, stale_sections: stale, speaker } = turn
  const isCalled = meeting.turn === discipline
  const isMine = you.speak_for.includes(discipline)
  const row = meeting.quorum.find((one) => one.discipline === discipline)
  const names = (row?.voices ?? []).map((voice) => voice.name)
  const earlier = turn.said.slice(0, -1)
  return (
    <li
      id={discipline}
      aria-current={isCalled ? 'step' : undefined}
      className="discipline-row grid gap-x-6 gap-y-2 border-b border-rule py-3 pl-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 sm:block">
        <h3 className="font-semibold">
          {name}
          {!required && <span className="font-normal text-ink-soft"> (invited)</span>}
        </h3>
        <Standing turn={turn} className="text-sm" />
      </div>
      <div className="flex min-w-0 flex-col gap-1 text-sm">
        {said ? (
          <SaidLine said={said} />
        ) : (
          <p className="text-ink-soft">
            {names.length > 0 ? listed(names, 'or') : capitalised(speaker)} speaks for it
            {turn.in_person && ', in person'}.
          </p>
        )}
        {stale.length > 0 && <ChangesSince turn={turn} />}
        {earlier.length > 0 && (
          <Disclosure summary={`Said before in this round (${earlier.length})`}>
            <ul className="flex flex-col gap-2">
              {earlier.map((one) => (
                <li key={one.id}>
                  <SaidLine said={one} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {isOpen && !isCalled && isMine && <SignWord turn={turn} />}
        <Objection turn={turn} />
        {isOpen && !isCalled && you.run && (
          <Button
            variant="quiet"
            size="small"
            aria-label={`Call ${name}`}
            onClick={() => facilitator.call(discipline)}
          >
            Call
          </Button>
        )}
      </div>
    </li>
  )
}
