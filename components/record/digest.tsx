import type { ReactNode } from 'react'

/** A hash in full: it is there to be compared. */
export function Digest({ children }: { children: ReactNode }) {
  return <code className="font-mono text-xs wrap-anywhere print:text-[0.65rem]">{children}</code>
}
