import Link from 'next/link'
import type { ReactNode } from 'react'

export type TabLink = { href: string; label: ReactNode; current: boolean }

/** Parts of a page that each have an address of their own. */
export function TabNav({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-rule-strong print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link.current ? 'page' : undefined}
              className="tab"
              scroll={false}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
