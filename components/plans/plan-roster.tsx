import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { RosterStatus } from '../../domain/roll-call/roster.ts'
import type { Status } from '../ui/status-mark.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import type { ShownPlan } from './shown-plan.ts'

export const ROSTER_LOOK: Record<RosterStatus, { status: Status; word: string }> = {
  waiting: { status: 'waiting', word: 'Waiting' },
  go: { status: 'go', word: 'Go' },
  no_go: { status: 'no-go', word: 'No-go' },
  stale: { status: 'stale', word: 'Stale' },
  abstain: { status: 'neutral', word: 'Abstains' },
  not_applicable: { status: 'neutral', word: 'Not applicable' },
  withdrawn: { status: 'no-go', word: 'Taken back' },
}

const STATE = {
  no_roll_call: 'No roll call yet',
  open: 'A roll call is open',
  launched: 'Launch decided',
  paused: 'Paused',
  pivoted: 'Pivoted',
} as const

/** Right of the document: where each discipline stands, and what a launch lacks. */
export function PlanRoster({ found }: { found: ShownPlan }) {
  const { roster, readiness } = found
  return (
    <aside aria-label="Readiness" className="text-sm">
      <h2 className="mb-1 text-sm font-semibold">Disciplines</h2>
      <p className="mb-2 text-ink-soft">{STATE[readiness.state]}</p>
      <ul>
        {roster.map(({ discipline, required, status }) => (
          <li
            key={discipline}
            className="flex items-baseline justify-between gap-4 border-t border-rule py-1.5"
          >
            <span>
              {disciplineName(discipline)}
              {!required && <span className="text-ink-soft"> (invited)</span>}
            </span>
            <StatusMark status={ROSTER_LOOK[status].status}>{ROSTER_LOOK[status].word}</StatusMark>
          </li>
        ))}
      </ul>
      <h2 className="mt-6 mb-1 text-sm font-semibold">Readiness</h2>
      {readiness.missing.length === 0 ? (
        <StatusMark status="go">
          {readiness.state === 'launched' ? 'Launched, and nothing is stale' : 'Ready to decide'}
        </StatusMark>
      ) : (
        <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-ink-soft">
          {readiness.missing.map((sentence) => (
            <li key={sentence} className="wrap-anywhere">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
