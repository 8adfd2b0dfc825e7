'use client'

import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { QuorumRow } from '../../domain/roll-call/quorum.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** Who must speak, who of them is here, and for whom nobody is. */
export function Quorum() {
  const { meeting, isOpen } = useTheMeeting()
  const { round, quorum } = meeting
  const required = quorum.filter((row) => row.required)
  const missing = required.filter(({ state }) => state === 'missing')
  const waiting = required.filter(({ state }) => state !== 'spoken')
  return (
    <section aria-labelledby="quorum">
      <h2 id="quorum" className="text-lg font-semibold">
        Quorum
      </h2>
      <GoesCount required={round.disciplines.filter((turn) => turn.required)} />
      {isOpen && waiting.length > 0 && (
        <>
          <p className="mt-3 text-sm">
            {missing.length === 0
              ? 'Somebody is here for each discipline that has yet to speak.'
              : `Nobody is here for ${missing.length} of the ${waiting.length} that have yet to speak.`}
          </p>
          <ul className="mt-2 border-t border-rule text-sm">
            {waiting.map((row) => (
              <QuorumLine key={row.discipline} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** How many of the required disciplines say go. */
export function GoesCount({
  required,
  isRoom = false,
}: {
  required: readonly { readonly status: string; readonly satisfied: boolean }[]
  isRoom?: boolean
}) {
  const goes = required.filter(({ status }) => status === 'go').length
  const passes = required.filter(({ satisfied, status }) => satisfied && status !== 'go').length
  return (
    <p className={isRoom ? 'text-3xl' : ''}>
      <strong className={isRoom ? 'text-5xl tabular-nums' : 'text-2xl tabular-nums'}>
        {goes} of {required.length}
      </strong>{' '}
      required disciplines say go
      {passes > 0 && `, ${passes} ${passes === 1 ? 'passes' : 'pass'} as policy lets`}
    </p>
  )
}

function QuorumLine({ row }: { row: QuorumRow }) {
  const { discipline, state, voices } = row
  const here = voices.filter(({ present }) => present).map(({ name }) => name)
  const names = (here.length > 0 ? here : voices.map(({ name }) => name)).join(', ')
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-1.5">
      <span>
        {disciplineName(discipline)}
        <span className="block text-xs text-ink-soft">{names || 'Nobody is known for it'}</span>
      </span>
      {state === 'present' ? (
        <StatusMark status="go">Here</StatusMark>
      ) : (
        <StatusMark status="waiting">Missing</StatusMark>
      )}
    </li>
  )
}
