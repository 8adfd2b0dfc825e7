import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownRevision } from './shown-plan.ts'

export function RevisionTable({
  slug,
  revisions,
}: {
  slug: string
  revisions: readonly ShownRevision[]
}) {
  return (
    <div className="mt-6">
      <Table
        caption="Every saved text of this plan, newest first"
        captionHidden
        head={
          <tr>
            <ColumnHead numeric>Revision</ColumnHead>
            <ColumnHead>Saved by</ColumnHead>
            <ColumnHead>SHA-256</ColumnHead>
            <ColumnHead>Saved</ColumnHead>
          </tr>
        }
      >
        {revisions.map(({ number, author, sha256, created_at: at }) => (
          <Row key={number}>
            <RowHead className="text-right">
              <TextLink
                prefetch={false}
                href={`/api/v1/release-plans/${slug}/document?revision=${number}`}
              >
                {number}
              </TextLink>
            </RowHead>
            <Cell>{author ?? 'A service account'}</Cell>
            <Cell className="font-mono text-xs">{sha256.slice(0, 16)}…</Cell>
            <Cell className="whitespace-nowrap">
              <TimeStamp at={at} align="end" />
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
