import { NavLinks } from '../shell/nav-links.tsx'

const PAGES = [
  { href: '/docs/api', label: 'API' },
  { href: '/problems', label: 'Problems' },
] as const

/** Between the pages that anybody may read. */
export function ReferenceNav() {
  return (
    <nav aria-label="Reference" className="h-14">
      <NavLinks items={PAGES} className="flex h-full" linkClassName="nav-link" />
    </nav>
  )
}
