import type { RecordEntries, RecordedEntry } from '../../domain/record/release-record.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { Digest } from './digest.tsx'
import { MoreThanShown, None, RecordSection } from './record-section.tsx'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface EntryPartsProps {
  entries: RecordEntries | null
  slug: string
}

/** The entries of the log that the record rests on, and what was refused meanwhile. */
export function EntryParts({ entries, slug }: EntryPartsProps) {
  if (entries === null) {
    return (
      <RecordSection id="entries" title="Entries of the log">
        <None>They are shown to who may read the audit log.</None>
      </RecordSection>
    )
  }
  const { refused } = entries
  return (
    <>
      <RecordSection id="refused" title="Refused attempts">
        {refused.shown.length === 0 ? (
          <None>Nothing that anybody tried on this release was refused.</None>
        ) : (
          <>
            {refused.more && (
              <p className="mb-3 text-sm">The newest {refused.shown.length} stand here.</p>
            )}
            <EntryTable caption="Refused attempts" entries={refused.shown} />
          </>
        )}
      </RecordSection>
      <RecordSection id="entries" title="Entries of the log">
        <p className="mb-3 max-w-reading text-sm">
          Everything above is told by these entries. Each hash is the entry’s link of the chain: in
          an export of the log it stands beside the same number.
        </p>
        <MoreThanShown
          total={entries.total}
          shown={entries.shown.length}
          what="entries"
          slug={slug}
        />
        <EntryTable caption="Entries of the log" entries={entries.shown} />
      </RecordSection>
    </>
  )
}

function EntryTable({ caption, entries }: { caption: string; entries: readonly RecordedEntry[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <tr>
          <ColumnHead>Entry</ColumnHead>
          <ColumnHead>UTC</ColumnHead>
          <ColumnHead>What happened, and its hash</ColumnHead>
        </tr>
      }
    >
      {entries.map(({ seq, at, sentence, hash }) => (
        <Row key={seq}>
          <RowHead className="w-16 font-normal!">
            <EntryNumber seq={seq} />
          </RowHead>
          <Cell className="w-44">
            <Utc at={at} />
          </Cell>
          <Cell className="min-w-56 wrap-anywhere">
            {sentence}
            <span className="block text-ink-soft">
              <Digest>{hash}</Digest>
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
