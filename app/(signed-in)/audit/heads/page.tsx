import type { Metadata } from 'next'
import { AuditNav } from '../../../../components/audit/audit-nav.tsx'
import { CoverageLine } from '../../../../components/audit/coverage-line.tsx'
import { HeadKeys } from '../../../../components/audit/head-keys.tsx'
import { HeadTable } from '../../../../components/audit/head-table.tsx'
import { KeepLooking } from '../../../../components/live/keep-looking.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findHeads } from '../../../../server/audit/find-heads.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Signed heads' }

export default async function HeadsPage() {
  const found = await findHeads(await currentActor())
  const signed = found.heads.filter(({ document }) => document !== null)
  return (
    <>
      <PageHeader
        title="Signed heads"
        summary="A head says how many entries the log has and in which hash it ends. Signed and kept elsewhere, it shows a log that was written anew or cut short."
      />
      <AuditNav current="heads" />
      <KeepLooking isPending={false} />
      <div className="flex flex-col gap-8">
        <p className="max-w-reading">
          <CoverageLine heads={found} />
        </p>
        {signed.length === 0 ? (
          <EmptyState title="No head is signed yet">
            The worker signs one a minute after it starts, then every five minutes or 1,000 entries,
            also when nothing happens.
          </EmptyState>
        ) : (
          <HeadTable heads={signed} of={found.signed} />
        )}
        {found.keys.length > 0 && <HeadKeys keys={found.keys} />}
      </div>
    </>
  )
}
