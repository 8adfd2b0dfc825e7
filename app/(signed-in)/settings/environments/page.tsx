import type { Metadata } from 'next'
import { AddEnvironment } from '../../../../components/settings/add-environment.tsx'
import { EnvironmentItem } from '../../../../components/settings/environment-item.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { whoMay } from '../../../../domain/permissions.ts'
import { findEnvironments } from '../../../../server/environments/find-environments.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Environments' }

export default async function EnvironmentsPage() {
  const actor = await currentActor()
  const { environments, may_change: mayChange } = await findEnvironments(actor)
  const order = environments.map(({ key }) => key)
  return (
    <>
      <PageHeader
        title="Environments"
        summary="In the order in which a rollout goes through them. One that is there is never removed."
      />
      <ol className="mb-10 border-t border-rule">
        {environments.map((environment) => (
          <EnvironmentItem
            key={`${environment.key} ${environment.name}`}
            environment={environment}
            order={order}
            mayChange={mayChange}
            decidedBy={whoMay('environment.unprotect')}
          />
        ))}
      </ol>
      {mayChange && (
        <section aria-labelledby="add">
          <h2 id="add" className="mb-3 text-lg font-semibold">
            Add an environment
          </h2>
          <AddEnvironment />
        </section>
      )}
    </>
  )
}
