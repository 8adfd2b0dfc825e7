import type { ReactNode } from 'react'

/** A document as it is read: headings, lists, tables and code of one that somebody wrote. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}
