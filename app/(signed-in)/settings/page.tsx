import type { Metadata } from 'next'
import { settingsFor } from '../../../components/settings/settings-pages.ts'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { TextLink } from '../../../components/ui/text-link.tsx'
import { currentActor } from '../../../server/session.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const groups = settingsFor(await currentActor())
  return (
    <>
      <PageHeader title="Settings" summary="What holds for everybody; each change is in the log." />
      {groups.map(({ heading, pages }) => (
        <section key={heading} aria-label={heading} className="mb-8">
          <h2 className="pb-2 text-lg font-semibold">{heading}</h2>
          <ul className="border-t border-rule">
            {pages.map(({ href, label, about }) => (
              <li key={href} className="border-b border-rule py-3">
                <TextLink href={href} className="font-semibold!">
                  {label}
                </TextLink>
                <p className="text-sm text-ink-soft">{about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
