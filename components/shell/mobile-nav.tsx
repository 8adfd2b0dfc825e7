'use client'

import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'
import { Mark } from '../ui/mark.tsx'
import type { NavItem } from './nav-item.ts'
import { NavLinks } from './nav-links.tsx'

type MobileNavProps = { nav: readonly NavItem[]; children: ReactNode }

/** The menu of a narrow window: opens without scripts, closes on Escape and on arriving somewhere. */
export function MobileNav({ nav, children }: MobileNavProps) {
  const menu = useRef<HTMLDetailsElement>(null)

  function arrive(event: MouseEvent<HTMLDetailsElement>) {
    const link = event.target instanceof Element && event.target.closest('a')
    if (link && menu.current) menu.current.open = false
  }

  function close(event: KeyboardEvent<HTMLDetailsElement>) {
    if (event.key !== 'Escape' || !menu.current?.open) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }

  return (
    <details ref={menu} onKeyDown={close} onClick={arrive} className="group md:hidden">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-md px-2 text-sm font-semibold hover:bg-well">
        <Mark name="menu" className="group-open:hidden" />
        <Mark name="close" className="hidden group-open:block" />
        Menu
      </summary>
      <div className="absolute inset-x-0 top-full border-b border-rule-strong bg-paper px-4 pt-2 pb-4 shadow-lg">
        <nav aria-label="Main">
          <NavLinks
            items={nav}
            className="flex flex-col"
            linkClassName="flex min-h-11 items-center border-b border-rule font-medium text-ink aria-[current]:font-bold aria-[current]:text-accent"
          />
        </nav>
        {children}
      </div>
    </details>
  )
}
