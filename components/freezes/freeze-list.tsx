import type { ReactNode } from 'react'
import { momentInWords } from '../../domain/audit/moment-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import type { FreezeView } from './freeze-view.ts'
import { overWords } from './over-words.ts'

type FreezeListProps = {
  freezes: readonly FreezeView[]
  /** What the reader may do to one: change it, lift it. */
  actions: (freeze: FreezeView) => ReactNode
}

/** Every freeze that stands or is to come: when next, over what, why, and whether an override passes. */
export function FreezeList({ freezes, actions }: FreezeListProps) {
  return (
    <ul className="border-t border-rule-strong">
      {freezes.map((freeze) => (
        <li
          key={freeze.id}
          id={`freeze-${freeze.id}`}
          className="flex scroll-mt-20 flex-col gap-1 border-b border-rule py-4"
        >
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <h3 className="font-semibold wrap-anywhere">{freeze.reason}</h3>
            <StatusMark status={freeze.stands ? 'no-go' : 'waiting'}>
              {freeze.stands ? 'Stands now' : 'To come'}
            </StatusMark>
          </div>
          <p className="text-sm">
            {freeze.recurrence ? `${capital(freeze.recurrence.words)}, ` : 'Once, '}
            {overWords(freeze.environments, freeze.team)}.{' '}
            {freeze.override_allowed ? 'An override may pass it.' : 'No override passes it.'}
          </p>
          <ol className="flex flex-col text-sm text-ink-soft tabular-nums">
            {freeze.next.map(({ starts_at, ends_at }, index) => (
              <li key={starts_at}>
                {index === 0 ? (freeze.stands ? 'Now: ' : 'Next: ') : 'Then: '}
                {momentInWords(starts_at)} to {momentInWords(ends_at)}
              </li>
            ))}
          </ol>
          <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="text-sm text-ink-soft">Set by {freeze.set_by}</p>
            <div className="flex flex-wrap gap-2">{actions(freeze)}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
