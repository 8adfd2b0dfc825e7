import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { Digest } from './digest.tsx'
import { RecordSection } from './record-section.tsx'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface RecordedTextProps {
  text: ReleaseRecord['text']
  revisions: ReleaseRecord['revisions']
  slug: string
}

/** As many characters as a page bears; a plan has a few thousand. */
const MOST = 200_000

/** The plan's text to the letter, and the texts that were before it. */
export function RecordedText({ text, revisions, slug }: RecordedTextProps) {
  const { markdown, number, sha256, bytes } = text
  const href = `/api/v1/release-plans/${slug}/document?revision=${number}`
  return (
    <RecordSection id="text" title="The plan’s text">
      <p className="mb-3 max-w-reading text-sm">
        Revision {number}, {bytes.toLocaleString('en-US')} bytes, SHA-256 <Digest>{sha256}</Digest>.{' '}
        <a href={href} className="link" data-print-address={href}>
          The same bytes as a file
        </a>
        .
      </p>
      <pre className="border-y border-rule py-3 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
        {markdown.slice(0, MOST)}
      </pre>
      {markdown.length > MOST && (
        <p className="mt-3 max-w-reading text-sm">
          {(markdown.length - MOST).toLocaleString('en-US')} more characters are in that file and
          part of its hash.
        </p>
      )}
      <div className="mt-8">
        <Table
          caption="Revisions"
          head={
            <tr>
              <ColumnHead numeric>No.</ColumnHead>
              <ColumnHead>SHA-256</ColumnHead>
              <ColumnHead>Saved by</ColumnHead>
              <ColumnHead>UTC</ColumnHead>
              <ColumnHead>Entry</ColumnHead>
            </tr>
          }
        >
          {revisions.shown.map((revision) => (
            <Row key={revision.number}>
              <RowHead className="text-right">{revision.number}</RowHead>
              <Cell className="min-w-56">
                <Digest>{revision.sha256}</Digest>
              </Cell>
              <Cell>{revision.saved?.by}</Cell>
              <Cell>{revision.saved && <Utc at={revision.saved.at} />}</Cell>
              <Cell>{revision.saved && <EntryNumber seq={revision.saved.seq} />}</Cell>
            </Row>
          ))}
        </Table>
        {revisions.total > revisions.shown.length && (
          <p className="mt-2 text-sm">
            {revisions.total} revisions in all; the newest {revisions.shown.length} stand here.
          </p>
        )}
      </div>
    </RecordSection>
  )
}
