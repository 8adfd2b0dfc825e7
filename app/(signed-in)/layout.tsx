import type { ReactNode } from 'react'
import { NoticeBanner } from '../../components/freezes/notice-banner.tsx'
import { LiveRefresh } from '../../components/live/live-refresh.tsx'
import { AppShell } from '../../components/shell/app-shell.tsx'
import { FindAnything } from '../../components/shell/find-anything.tsx'
import { PlainPage } from '../../components/shell/plain-page.tsx'
import { SignOutButton } from '../../components/sign-in/sign-out-button.tsx'
import { TextLink } from '../../components/ui/text-link.tsx'
import { may, roleTitle } from '../../domain/permissions.ts'
import { findNotices } from '../../server/freezes/find-notices.ts'
import { newestSeq } from '../../server/live/newest-seq.ts'
import { demoMailbox } from '../../server/mail/demo-mailbox.ts'
import { currentActor } from '../../server/session.ts'

const NAV = [
  { href: '/', label: 'Home' },
  { href: '/toggles', label: 'Toggles' },
  { href: '/plans', label: 'Plans' },
  { href: '/freezes', label: 'Freezes' },
  { href: '/people', label: 'People' },
  { href: '/audit', label: 'Audit' },
  { href: '/settings', label: 'Settings' },
] as const

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  // Asked for before the page asks for anything, which waits for who it is.
  const [newest, actor] = await Promise.all([newestSeq(), currentActor()])
  if (actor.memberships.length === 0) return <NoRoleYet name={actor.name} />
  const notices = await findNotices(actor)
  const hasNotices = notices.stop !== null || notices.freezes.length > 0
  return (
    <AppShell
      person={{ name: actor.name, role: roleTitle(actor.memberships) }}
      nav={NAV}
      signOut={<SignOutButton />}
      search={
        <FindAnything
          rights={{
            importPlans: may(actor, 'plan.import'),
            registerToggles: may(actor, 'toggle.register'),
            rollBack: may(actor, 'flip.narrow_protected'),
          }}
        />
      }
      banner={hasNotices && <NoticeBanner {...notices} />}
      foot={<DemoFoot mailbox={demoMailbox()} />}
    >
      <LiveRefresh newest={newest} />
      {children}
    </AppShell>
  )
}

/** Where the demo's mail goes; a real installation has no such line. */
function DemoFoot({ mailbox }: { mailbox: string | null }) {
  if (mailbox === null) return null
  return (
    <p>
      This is the demo: its mail goes to{' '}
      <TextLink href={mailbox} prefetch={false}>
        a mailbox that anyone can open
      </TextLink>
      .
    </p>
  )
}

/** Somebody known to the identity provider whom nobody has given a role here. */
function NoRoleYet({ name }: { name: string }) {
  return (
    <PlainPage title="You have no role here yet">
      <p className="text-ink-soft">
        You are signed in as {name}. Ask an administrator of your team to give you a role; then this
        page shows what waits for you.
      </p>
      <SignOutButton />
    </PlainPage>
  )
}
