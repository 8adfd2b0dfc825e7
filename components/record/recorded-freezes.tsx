import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { None, RecordSection } from './record-section.tsx'
import { ToldBy } from './told-entry.tsx'
import { Utc } from './utc.tsx'

/** The freezes that lay in the time of the release. */
export function RecordedFreezes({ freezes }: Pick<ReleaseRecord, 'freezes'>) {
  return (
    <RecordSection id="freezes" title="Freezes">
      {freezes.total === 0 ? (
        <None>No freeze lay in the time of this release.</None>
      ) : (
        <Table
          caption="Freezes"
          captionHidden
          head={
            <tr>
              <ColumnHead>From (UTC)</ColumnHead>
              <ColumnHead>To (UTC)</ColumnHead>
              <ColumnHead>Where, and why</ColumnHead>
            </tr>
          }
        >
          {freezes.shown.map(({ id, starts_at, ends_at, environments, reason, set, lifted }) => (
            <Row key={id}>
              <RowHead className="font-normal!">
                <Utc at={starts_at} />
              </RowHead>
              <Cell>
                <Utc at={ends_at} />
              </Cell>
              <Cell className="min-w-48">
                {environments.length === 0 ? 'Everywhere' : environments.join(', ')}: “{reason}”
                <span className="block text-ink-soft">
                  Set by <ToldBy told={set} />
                </span>
                {lifted && (
                  <span className="block">
                    Lifted by <ToldBy told={lifted} />
                  </span>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </RecordSection>
  )
}
