import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: string
  /** What belongs here and how it gets here. */
  children: ReactNode
  /** The first step. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 border-y border-rule py-10">
      <p className="text-lg font-semibold">{title}</p>
      <div className="max-w-reading text-ink-soft">{children}</div>
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
