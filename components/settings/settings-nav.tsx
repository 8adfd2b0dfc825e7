import { NavLinks } from '../shell/nav-links.tsx'

type SettingsNavProps = {
  groups: readonly {
    readonly heading: string
    readonly pages: readonly { readonly href: string; readonly label: string }[]
  }[]
}

/** The pages of settings, beside each of them. */
export function SettingsNav({ groups }: SettingsNavProps) {
  return (
    <nav
      aria-label="Settings"
      className="grid grid-cols-2 border-b border-rule pb-2 sm:grid-cols-4 lg:flex lg:flex-col lg:gap-y-5 lg:border-b-0 print:hidden"
    >
      {groups.map(({ heading, pages }) => (
        <div key={heading} className="contents lg:block">
          <p aria-hidden="true" className="hidden px-3 pb-1 text-xs text-ink-soft lg:block">
            {heading}
          </p>
          <NavLinks
            items={pages.map(({ href, label }) => ({ href, label }))}
            className="contents lg:flex lg:flex-col"
            linkClassName="flex min-h-9 items-center border-l-4 border-transparent px-3 text-sm text-ink no-underline hover:bg-well aria-[current]:border-accent aria-[current]:font-semibold"
          />
        </div>
      ))}
    </nav>
  )
}
