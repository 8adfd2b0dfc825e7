'use client'

import { classNames } from '../ui/class-names.ts'
import { Standing } from './standing.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** Every discipline on one line, the called one marked; each leads to its row below. */
export function RosterStrip({ isRoom = false }: { isRoom?: boolean }) {
  const { meeting } = useTheMeeting()
  const { round, turn } = meeting
  return (
    <ol
      aria-label="Roster"
      className={isRoom ? 'roster-strip gap-x-4 gap-y-6' : 'roster-strip gap-x-3 gap-y-2'}
    >
      {round.disciplines.map((row) => (
        <li
          key={row.discipline}
          aria-current={row.discipline === turn ? 'step' : undefined}
          className={classNames(
            'min-w-0 border-t-4 pt-1.5',
            row.discipline === turn ? 'border-accent' : 'border-rule',
          )}
        >
          {isRoom ? (
            <span className="block text-xl font-semibold">{row.name}</span>
          ) : (
            <a
              href={`#${row.discipline}`}
              className="block text-sm font-semibold hover:text-accent"
            >
              {row.name}
            </a>
          )}
          <Standing turn={row} className={isRoom ? 'text-2xl' : 'text-xs'} />
        </li>
      ))}
    </ol>
  )
}
