import type { Metadata } from 'next'
import { AreaList } from '../../../../components/reference/area-list.tsx'
import { GroundRules } from '../../../../components/reference/ground-rules.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findAreas } from '../../../../server/api/reference/find-reference.ts'

export const metadata: Metadata = { title: 'API' }

export default function ReferencePage() {
  return (
    <>
      <PageHeader
        title="The management API"
        summary="Everything that a page can do, a program can do: JSON below /api/v1, through the same rules and the same log."
      />
      <GroundRules />
      <div className="gap-10 lg:columns-2">
        <AreaList areas={findAreas()} />
      </div>
    </>
  )
}
