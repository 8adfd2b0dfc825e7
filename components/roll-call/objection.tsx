'use client'

import { Button } from '../ui/button.tsx'
import type { Turn } from './shown-round.ts'
import { useTheMeeting } from './the-meeting.ts'

/** Taking a word back, and the no-go that comes after a launch: both block what widens next. */
export function Objection({ turn }: { turn: Turn }) {
  const { you, isOpen, isLaunched, begin } = useTheMeeting()
  const { discipline, name, status, sign_off: said } = turn
  const isMine = you.speak_for.includes(discipline)
  const maySpeak = isMine || (you.record && !turn.in_person && isLaunched)
  if (!maySpeak || !(isOpen || isLaunched)) return null
  const givenBy = isMine ? null : (said?.given_by.name ?? '')
  return (
    <>
      {isLaunched && status !== 'no_go' && (
        <Button size="small" onClick={() => begin(discipline, 'no_go', givenBy)}>
          Late no-go<span className="sr-only"> for {name}</span>
        </Button>
      )}
      {said && status !== 'withdrawn' && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => begin(discipline, 'withdrawn', givenBy)}
        >
          Take back<span className="sr-only"> what {name} said</span>
        </Button>
      )}
    </>
  )
}
