'use client'

import { classNames } from '../ui/class-names.ts'
import { clockWords, limitWords } from './clock-words.ts'

interface ClockProps {
  label: string
  /** Milliseconds gone; null before it was started. */
  gone: number | null
  minutes: number | null
  /** For the room: read from the other end of a table. */
  large?: boolean
}

/** How long something takes, against how long it is meant to take; a bar says the same. */
export function Clock({ label, gone, minutes, large = false }: ClockProps) {
  if (gone === null) return null
  const share = minutes === null ? null : Math.min(1, gone / (minutes * 60_000))
  const isOver = share === 1
  return (
    <div role="timer" aria-label={label} className={large ? 'w-96' : 'min-w-32 flex-1 sm:min-w-40'}>
      <p className={classNames('text-ink-soft', large ? 'text-xl' : 'text-xs')}>{label}</p>
      <p className={classNames('tabular-nums', isOver && 'text-no-go')}>
        <span className={classNames('font-bold', large ? 'text-5xl' : 'text-xl')}>
          {clockWords(gone)}
        </span>{' '}
        <span className={large ? 'text-xl' : 'text-xs'}>{limitWords(gone, minutes)}</span>
      </p>
      {share !== null && (
        <svg
          viewBox="0 0 100 2"
          preserveAspectRatio="none"
          className={classNames('mt-1 w-full', large ? 'h-2' : 'h-1')}
          aria-hidden="true"
        >
          <rect width="100" height="2" className="fill-rule" />
          <rect width={share * 100} height="2" className={isOver ? 'fill-no-go' : 'fill-accent'} />
        </svg>
      )}
    </div>
  )
}
