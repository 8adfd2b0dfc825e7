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
          {freezes.shown.map((one) => (
            <Row key={one.id}>
              <RowHead className="font-normal!">
                <Utc at={one.starts_at} />
              </RowHead>
              <Cell>
                <Utc at={one.ends_at} />
              </Cell>
              <Cell className="min-w-48">
                {whereWords(one)}: “{one.reason}”
                {one.recurrence && (
                  <span className="block">Again and again: {one.recurrence}.</span>
                )}
                {!one.override_allowed && <span className="block">No override may pass it.</span>}
                <span className="block text-ink-soft">
                  Set by <ToldBy told={one.set} />
                </span>
                {one.changed && (
                  <span className="block text-ink-soft">
                    Changed by <ToldBy told={one.changed} />
                  </span>
                )}
                {one.lifted && (
                  <span className="block">
                    Lifted by <ToldBy told={one.lifted} />
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

function whereWords({ environments, team }: ReleaseRecord['freezes']['shown'][number]): string {
  const where = environments.length === 0 ? 'Everywhere' : environments.join(', ')
  return team === null ? where : `${where}, for the team ${team} alone`
}
