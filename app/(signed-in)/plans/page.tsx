import type { Metadata } from 'next'
import { PlanTable } from '../../../components/plans/plan-table.tsx'
import { type Asked, askedOnce } from '../../../components/ui/asked-once.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { LinkButton } from '../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { TextLink } from '../../../components/ui/text-link.tsx'
import { may, whoMay } from '../../../domain/permissions.ts'
import { findPlans } from '../../../server/plans/find-plans.ts'
import { currentActor } from '../../../server/session.ts'

export const metadata: Metadata = { title: 'Plans' }

export default async function PlansPage({ searchParams }: { searchParams: Asked }) {
  const actor = await currentActor()
  const { cursor } = await askedOnce(searchParams)
  const { plans, next_cursor: next } = await findPlans(actor, cursor ? { cursor } : {})
  const canImport = may(actor, 'plan.import')
  const firstSteps = (
    <div className="flex flex-wrap gap-2">
      <LinkButton href="/plans/new">Begin a plan</LinkButton>
      <LinkButton href="/plans/import" variant="primary">
        Import a plan
      </LinkButton>
    </div>
  )
  return (
    <>
      <PageHeader
        title="Plans"
        summary="Each plan is the team’s own Markdown, with what Rollcall read from it."
        actions={canImport && plans.length > 0 && firstSteps}
      />
      {plans.length === 0 ? (
        <EmptyState title="No plans yet" action={canImport && firstSteps}>
          {canImport
            ? 'Import the release plan that you already have. It stays as it is, byte for byte.'
            : `Release plans appear here once one is imported. ${whoMay('plan.import')} can do that.`}
        </EmptyState>
      ) : (
        <PlanTable plans={plans} />
      )}
      {next && (
        <p className="mt-6 text-sm">
          <TextLink href={`/plans?cursor=${encodeURIComponent(next)}`}>Older plans</TextLink>
        </p>
      )}
    </>
  )
}
