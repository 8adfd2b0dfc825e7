import { NavLinks } from '../shell/nav-links.tsx'
import { SETTINGS_PAGES } from './settings-pages.ts'

/** The pages of settings, beside each of them. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="print:hidden">
      <NavLinks
        items={SETTINGS_PAGES.map(({ href, label }) => ({ href, label }))}
        className="flex flex-wrap gap-x-4 border-b border-rule lg:flex-col lg:border-b-0"
        linkClassName="flex min-h-9 items-center border-l-4 border-transparent px-3 text-sm text-ink no-underline hover:bg-well aria-[current]:border-accent aria-[current]:font-semibold"
      />
    </nav>
  )
}
