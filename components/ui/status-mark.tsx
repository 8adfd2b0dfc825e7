import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Mark } from './mark.tsx'

export type Status = 'go' | 'no-go' | 'waiting' | 'stale' | 'neutral'

export const statusTones: Record<Status, string> = {
  go: 'text-go',
  'no-go': 'text-no-go',
  waiting: 'text-wait',
  stale: 'text-stale',
  neutral: 'text-ink-soft',
}

type StatusMarkProps = { status: Status; children: ReactNode; className?: string }

/** A shape and a word; the colour only repeats them. */
export function StatusMark({ status, children, className }: StatusMarkProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap align-top font-medium',
        statusTones[status],
        className,
      )}
    >
      <Mark name={status === 'neutral' ? 'off' : status} />
      {children}
    </span>
  )
}
