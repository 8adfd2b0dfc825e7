'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isCurrent, type NavItem } from './nav-item.ts'

type NavLinksProps = { items: readonly NavItem[]; className: string; linkClassName: string }

export function NavLinks({ items, className, linkClassName }: NavLinksProps) {
  const path = usePathname()
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            aria-current={
              isCurrent(item, path) ? (path === item.href ? 'page' : 'true') : undefined
            }
            className={linkClassName}
          >
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <span className="ml-1.5 rounded-sm bg-accent px-1 text-2xs font-semibold text-on-accent tabular-nums">
                {item.count}
                <span className="sr-only"> waiting</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
