import type { ReactNode } from 'react'
import { SettingsNav } from '../../../components/settings/settings-nav.tsx'
import { settingsFor } from '../../../components/settings/settings-pages.ts'
import { currentActor } from '../../../server/session.ts'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <SettingsNav groups={settingsFor(await currentActor())} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
