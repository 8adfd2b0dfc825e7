import type { Metadata } from 'next'
import { SETTINGS_PAGES } from '../../../components/settings/settings-pages.ts'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { TextLink } from '../../../components/ui/text-link.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default function SettingsPage() {
  return (
    <>
      <PageHeader title="Settings" summary="What holds for everybody; each change is in the log." />
      <ul className="border-t border-rule">
        {SETTINGS_PAGES.map(({ href, label, about }) => (
          <li key={href} className="border-b border-rule py-3">
            <TextLink href={href} className="font-semibold!">
              {label}
            </TextLink>
            <p className="text-sm text-ink-soft">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
