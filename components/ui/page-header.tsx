import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

type PageHeaderProps = {
  title: ReactNode
  crumbs?: Crumb[]
  /** One line under the title: what this is, its state, when it changed. */
  summary?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, crumbs = [], summary, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="flex min-w-0 flex-col gap-1">
        {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <h1 className="text-2xl font-bold tracking-tight wrap-anywhere">{title}</h1>
        {summary && <div className="max-w-reading text-ink-soft">{summary}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-start gap-2 print:hidden">{actions}</div>}
    </header>
  )
}
