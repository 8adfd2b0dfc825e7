import { ROSTER_LOOK } from '../plans/plan-roster.tsx'
import { MarkRow } from '../ui/mark-row.tsx'
import type { ShownRound } from './shown-round.ts'

/** How far the round is, at a glance: a mark a discipline and the count of goes. */
export function Quorum({ round }: { round: ShownRound }) {
  const required = round.disciplines.filter((turn) => turn.required)
  const goes = required.filter(({ status }) => status === 'go').length
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <p className="text-lg">
        <strong className="text-2xl tabular-nums">
          {goes} of {required.length}
        </strong>{' '}
        required disciplines say go
      </p>
      <MarkRow
        label="Disciplines"
        items={round.disciplines.map(({ name, status }) => ({
          label: name,
          status: ROSTER_LOOK[status].status,
          word: ROSTER_LOOK[status].word,
        }))}
      />
    </div>
  )
}
