import type { Metadata } from 'next'
import { ImportPlan } from '../../../../components/plans/import-plan.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { may, whoMay } from '../../../../domain/permissions.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Import a plan' }

export default async function ImportPage() {
  const actor = await currentActor()
  return (
    <>
      <PageHeader
        title="Import a plan"
        crumbs={[{ label: 'Plans', href: '/plans' }]}
        summary="Rollcall reads the Markdown that you have and keeps it byte for byte."
      />
      {may(actor, 'plan.import') ? (
        <ImportPlan canRegister={may(actor, 'toggle.register')} />
      ) : (
        <EmptyState title="You cannot import a plan">
          Ask {whoMay('plan.import')} to import it.
        </EmptyState>
      )}
    </>
  )
}
