import type { Metadata } from 'next'
import { ImportToggles } from '../../../../components/migration/import-toggles.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { may, whoMay } from '../../../../domain/permissions.ts'
import { findImportTargets } from '../../../../server/migration/find-import-targets.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Bring in toggles' }

export default async function ImportTogglesPage() {
  const actor = await currentActor()
  const mayRegister = may(actor, 'toggle.register')
  return (
    <>
      <PageHeader
        title="Bring in toggles"
        crumbs={[{ label: 'Toggles', href: '/toggles' }]}
        summary="From Flipper’s export or a features.yml. Nothing is removed, and nothing is done before you have seen what would be."
      />
      {mayRegister ? (
        <ImportToggles
          targets={await findImportTargets(actor)}
          canOverride={may(actor, 'flip.override')}
        />
      ) : (
        <EmptyState title="You cannot bring in toggles">
          Ask {whoMay('toggle.register')} to bring them in.
        </EmptyState>
      )}
    </>
  )
}
