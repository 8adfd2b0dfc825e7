import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Mark, type MarkName } from './mark.tsx'

export type CalloutTone = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<CalloutTone, { mark: MarkName; frame: string; ink: string; word: string }> = {
  info: { mark: 'info', frame: 'border-accent bg-accent-wash', ink: 'text-accent', word: 'Note' },
  success: { mark: 'go', frame: 'border-go bg-go-wash', ink: 'text-go', word: 'Done' },
  warning: {
    mark: 'warning',
    frame: 'border-wait bg-wait-wash',
    ink: 'text-wait',
    word: 'Warning',
  },
  danger: {
    mark: 'danger',
    frame: 'border-no-go bg-no-go-wash',
    ink: 'text-no-go',
    word: 'Problem',
  },
}

type CalloutProps = {
  tone?: CalloutTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read out at once when it appears after the page was there. */
  live?: boolean
}

export function Callout({ tone = 'info', title, children, actions, live = false }: CalloutProps) {
  const look = looks[tone]
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex gap-3 border-l-4 px-4 py-3 text-sm text-ink', look.frame)}
    >
      <span className={classNames('mt-0.5', look.ink)}>
        <Mark name={look.mark} />
        <span className="sr-only">{look.word}: </span>
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="max-w-reading">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
