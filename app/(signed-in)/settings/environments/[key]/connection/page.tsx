import type { Metadata } from 'next'
import { ConnectForm } from '../../../../../../components/connected/connect-form.tsx'
import { ConnectionActions } from '../../../../../../components/connected/connection-actions.tsx'
import { ConnectionStatus } from '../../../../../../components/connected/connection-status.tsx'
import { LookNow } from '../../../../../../components/connected/look-now.tsx'
import { OnlyThere } from '../../../../../../components/connected/only-there.tsx'
import { KeepLooking } from '../../../../../../components/live/keep-looking.tsx'
import { EmptyState } from '../../../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../../../components/ui/page-header.tsx'
import { whoMay } from '../../../../../../domain/permissions.ts'
import { findConnection } from '../../../../../../server/connected/find-connection.ts'
import { orNotFound } from '../../../../../../server/or-not-found.ts'
import { currentActor } from '../../../../../../server/session.ts'

type ConnectionPageProps = { params: Promise<{ key: string }> }

export const metadata: Metadata = { title: 'Connection' }

export default async function ConnectionPage({ params }: ConnectionPageProps) {
  const actor = await currentActor()
  const key = decodeURIComponent((await params).key)
  const view = await orNotFound(findConnection(actor, key))
  const { name, connection, may_connect: mayConnect } = view
  return (
    <>
      <PageHeader
        title={`Connection of ${name}`}
        crumbs={[{ label: 'Environments', href: '/settings/environments' }]}
        summary={
          connection
            ? `Rollcall drives the Flipper server ${connection.server}: what is flipped here is pushed there and read back.`
            : 'Applications that ask a Flipper server of their own need not move: connect it, and what is flipped here is pushed there.'
        }
      />
      {connection ? (
        <div className="flex flex-col gap-10">
          <KeepLooking isPending={connection.arrived < connection.toggles} />
          <ConnectionStatus environment={key} connection={connection} />
          {mayConnect && <LookNow environment={key} />}
          <OnlyThere
            environment={key}
            name={name}
            keys={connection.only_there}
            mayConnect={mayConnect}
          />
          {mayConnect && (
            <ConnectionActions environment={key} name={name} connection={connection} />
          )}
        </div>
      ) : mayConnect ? (
        <ConnectForm environment={key} name={name} />
      ) : (
        <EmptyState title="Not connected">
          {name} is served by Rollcall alone. Connecting it is for {whoMay('environment.connect')}.
        </EmptyState>
      )}
    </>
  )
}
