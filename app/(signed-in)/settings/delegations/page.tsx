import type { Metadata } from 'next'
import { DelegateForm } from '../../../../components/delegations/delegate-form.tsx'
import { DelegationTable } from '../../../../components/delegations/delegation-table.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findOwnDelegations } from '../../../../server/delegations/find-own-delegations.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Delegations' }

export default async function DelegationsPage() {
  const actor = await currentActor()
  const teams = await findOwnDelegations(actor)
  const now = new Date().toISOString()
  return (
    <>
      <PageHeader
        title="Delegations"
        summary="Who speaks for a discipline in whose place, for a time. A sign-off given that way says so. The government lead’s word goes only to another government lead."
      />
      {teams.map(({ team, delegations, you }) => (
        <section key={team.slug} aria-labelledby={`team-${team.slug}`} className="mb-12">
          <h2 id={`team-${team.slug}`} className="mb-2 text-lg font-semibold">
            {team.name}
          </h2>
          <DelegationTable team={team.slug} delegations={delegations} now={now} />
          {you.own.length > 0 && <DelegateForm team={team.slug} you={you} />}
        </section>
      ))}
    </>
  )
}
