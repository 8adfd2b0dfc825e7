import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  /** Disclosures of one name close each other. */
  name?: string
  id?: string
}

export function Disclosure({ summary, children, open = false, name, id }: DisclosureProps) {
  return (
    <details id={id} name={name} open={open} className="group/disclosure">
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 text-sm font-semibold hover:text-accent">
        <Mark
          name="right"
          className="group-open/disclosure:rotate-90 motion-safe:transition-transform"
        />
        {summary}
      </summary>
      <div className="pt-2 pb-3 pl-5.5">{children}</div>
    </details>
  )
}
