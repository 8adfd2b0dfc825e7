import type { Metadata } from 'next'
import { AuditNav } from '../../../../components/audit/audit-nav.tsx'
import { ControlList } from '../../../../components/audit/control-list.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { requireReader } from '../../../../server/audit/require-reader.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Controls' }

export default async function ControlsPage() {
  requireReader(await currentActor())
  return (
    <>
      <PageHeader
        title="Controls"
        summary="What of NIST SP 800-53 Rev. 5 Rollcall helps to meet, what does it, and the tests that show it. An assessor looks at the system as it is run."
      />
      <AuditNav current="controls" />
      <ControlList />
    </>
  )
}
