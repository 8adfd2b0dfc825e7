import type { ReactNode } from 'react'
import { LiveRefresh } from '../../components/live/live-refresh.tsx'
import { AppShell } from '../../components/shell/app-shell.tsx'
import { FindAnything } from '../../components/shell/find-anything.tsx'
import { SignOutButton } from '../../components/sign-in/sign-out-button.tsx'
import { roleTitle } from '../../domain/permissions.ts'
import { currentActor } from '../../server/session.ts'

const NAV = [
  { href: '/', label: 'Home' },
  { href: '/toggles', label: 'Toggles' },
  { href: '/plans', label: 'Plans' },
  { href: '/people', label: 'People' },
  { href: '/audit', label: 'Audit' },
] as const

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  return (
    <AppShell
      person={{ name: actor.name, role: roleTitle(actor.memberships) }}
      nav={NAV}
      signOut={<SignOutButton />}
      search={<FindAnything />}
    >
      <LiveRefresh />
      {children}
    </AppShell>
  )
}
