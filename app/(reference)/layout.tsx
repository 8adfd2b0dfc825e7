import type { ReactNode } from 'react'
import { ReferenceNav } from '../../components/reference/reference-nav.tsx'
import { AppShell } from '../../components/shell/app-shell.tsx'

/** What anybody may read, signed in or not: it says nothing of what an installation holds. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell person={null} nav={[]} search={<ReferenceNav />}>
      {children}
    </AppShell>
  )
}
