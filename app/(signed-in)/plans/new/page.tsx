import type { Metadata } from 'next'
import { NewPlan } from '../../../../components/plans/new-plan.tsx'
import { type Asked, askedOnce } from '../../../../components/ui/asked-once.ts'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { may, whoMay } from '../../../../domain/permissions.ts'
import { findPlans } from '../../../../server/plans/find-plans.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Begin a plan' }

export default async function NewPlanPage({ searchParams }: { searchParams: Asked }) {
  const actor = await currentActor()
  const { from } = await askedOnce(searchParams)
  const canImport = may(actor, 'plan.import')
  const { plans } = canImport ? await findPlans(actor, { limit: 100 }) : { plans: [] }
  return (
    <>
      <PageHeader
        title="Begin a plan"
        crumbs={[{ label: 'Plans', href: '/plans' }]}
        summary="From the template, or from a plan that went well. Nothing is kept before you have looked at it."
      />
      {canImport ? (
        <NewPlan
          plans={plans.map(({ slug, title }) => ({ slug, title }))}
          from={from ?? null}
          canRegister={may(actor, 'toggle.register')}
        />
      ) : (
        <EmptyState title="You cannot begin a plan">
          Ask {whoMay('plan.import')} to begin it.
        </EmptyState>
      )}
    </>
  )
}
