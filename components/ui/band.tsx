import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type BandProps = {
  /** "loud" is for where a mistake reaches real people: ink-filled, with a hazard edge. */
  tone?: 'loud' | 'quiet'
  children: ReactNode
  /** At the other end of the band. */
  aside?: ReactNode
}

export function Band({ tone = 'quiet', children, aside }: BandProps) {
  const loud = tone === 'loud'
  return (
    <div
      className={classNames(
        'flex min-h-8 items-stretch text-sm',
        loud
          ? 'border border-loud bg-loud font-semibold text-on-loud'
          : 'border border-rule bg-well text-ink',
      )}
    >
      {loud && <span className="hazard w-6 shrink-0" aria-hidden="true" />}
      <div className="flex flex-1 flex-wrap items-center justify-between gap-x-4 px-3 py-1.5">
        <span className={loud ? 'tracking-wide' : 'font-semibold'}>{children}</span>
        {aside && <span className="font-normal">{aside}</span>}
      </div>
    </div>
  )
}
