import Link from 'next/link'
import type { ReactNode } from 'react'
import { ToastRegion } from '../ui/toast-region.tsx'
import { LiveRegion } from './live-region.tsx'
import { MobileNav } from './mobile-nav.tsx'
import type { NavItem } from './nav-item.ts'
import { NavLinks } from './nav-links.tsx'
import { ProductMark } from './product-mark.tsx'
import { type ShellPerson, SignedIn } from './signed-in.tsx'

type AppShellProps = {
  person: ShellPerson | null
  nav: readonly NavItem[]
  /** The control that signs the person out. */
  signOut?: ReactNode
  /** Beside the person: the opener of the command palette. */
  search?: ReactNode
  /** Across the window above everything: a freeze, an open override. */
  banner?: ReactNode
  /** Below everything. */
  foot?: ReactNode
  children: ReactNode
}

export function AppShell({ person, nav, signOut, search, banner, foot, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 border-b border-rule bg-paper print:static print:border-0">
        <div className="mx-auto flex h-14 w-full max-w-page items-center gap-x-6 px-4 sm:px-6">
          <Link
            href="/"
            className="flex min-h-9 items-center gap-2 text-lg font-bold tracking-tight text-ink no-underline"
          >
            <ProductMark className="text-accent" />
            Rollcall
          </Link>
          {person && (
            <nav aria-label="Main" className="hidden self-stretch md:block print:hidden">
              <NavLinks items={nav} className="flex h-full" linkClassName="nav-link" />
            </nav>
          )}
          <div className="ml-auto flex items-center gap-2 lg:gap-5 print:hidden">
            {search}
            {person && (
              <>
                <SignedIn person={person} signOut={signOut} className="hidden lg:flex" />
                <MobileNav nav={nav}>
                  <SignedIn person={person} signOut={signOut} className="mt-4 flex" />
                </MobileNav>
              </>
            )}
          </div>
        </div>
      </header>
      {banner && (
        <section aria-label="Notices" className="print:hidden">
          {banner}
        </section>
      )}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-8 sm:px-6">
        {children}
      </main>
      {foot && (
        <footer className="mx-auto w-full max-w-page px-4 pb-6 text-sm text-ink-soft sm:px-6 print:hidden">
          {foot}
        </footer>
      )}
      <LiveRegion />
      <ToastRegion />
    </div>
  )
}
