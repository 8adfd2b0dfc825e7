import type { ReactNode } from 'react'
import type { Reading } from '../../domain/plan/reading.ts'
import { ContactsRead } from './contacts-read.tsx'
import { StagedRolloutRead } from './staged-rollout-read.tsx'
import { StagesRead } from './stages-read.tsx'

interface ReadingViewProps {
  reading: Reading
  /** The toggles, drawn by whoever knows the registry. */
  toggles: ReactNode
}

/** What was understood of a plan, part by part, each with the line it stands on. */
export function ReadingView({ reading, toggles }: ReadingViewProps) {
  const { rollback, validation, check_ins: checkIns } = reading
  return (
    <div className="flex flex-col">
      <Part title="Toggles">{toggles}</Part>
      <Part title="Staged rollout">
        <StagedRolloutRead staged={reading.staged_rollout} />
      </Part>
      {reading.stages.length > 0 && (
        <Part title="Stages">
          <StagesRead stages={reading.stages} />
        </Part>
      )}
      <Part title="Rollback" line={rollback?.line}>
        {rollback ? (
          <p className="max-w-reading whitespace-pre-line wrap-anywhere">{rollback.text}</p>
        ) : (
          <NotSaid>The plan does not say how to roll back.</NotSaid>
        )}
      </Part>
      <Part title="Points of contact">
        <ContactsRead contacts={reading.contacts} />
      </Part>
      {validation.length > 0 && (
        <Part title="Validation">
          <ul className="flex flex-col gap-1">
            {validation.map(({ prompt, checked, line }) => (
              <li key={line} className="flex max-w-reading gap-2">
                <span className="text-ink-soft" aria-hidden="true">
                  {checked === null ? '–' : checked ? '✓' : '○'}
                </span>
                <span>
                  {prompt}
                  {checked === false && <span className="text-ink-soft"> (not ticked)</span>}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="After launch">
        <p>
          One-week check-in: {CHECK_IN[checkIns.one_week]}. One-month check-in:{' '}
          {CHECK_IN[checkIns.one_month]}.
        </p>
      </Part>
    </div>
  )
}

const CHECK_IN = {
  absent: 'not in the plan',
  template: 'still as in the template',
  answered: 'filled in',
} as const

function Part({
  title,
  line,
  children,
}: {
  title: string
  line?: number | undefined
  children: ReactNode
}) {
  return (
    <section className="border-t border-rule py-4 text-sm">
      <h3 className="mb-2 flex items-baseline justify-between gap-4 font-semibold">
        {title}
        {line !== undefined && <LineNote line={line} />}
      </h3>
      {children}
    </section>
  )
}

export function LineNote({ line }: { line: number }) {
  return <span className="text-xs font-normal text-ink-soft">line {line}</span>
}

export function NotSaid({ children }: { children: ReactNode }) {
  return <p className="text-ink-soft">{children}</p>
}
