import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { Quoted } from './quoted.tsx'
import { None, RecordSection } from './record-section.tsx'

/** The planned stages with the results that the text records. */
export function RecordedStages({ stages, other }: Pick<ReleaseRecord, 'stages' | 'other'>) {
  return (
    <RecordSection id="stages" title="Stages and results">
      {stages.length === 0 ? (
        <None>The plan lists no stages.</None>
      ) : (
        <Table
          caption="Stages"
          captionHidden
          head={
            <tr>
              <ColumnHead>Stage</ColumnHead>
              <ColumnHead numeric>Share</ColumnHead>
              <ColumnHead>Soak</ColumnHead>
              <ColumnHead>Dates</ColumnHead>
              <ColumnHead>Results, as the plan records them</ColumnHead>
            </tr>
          }
        >
          {stages.map(({ label, percentage, soak, dates, line, results }) => (
            <Row key={`${line} ${label}`}>
              <RowHead className="min-w-32">{label}</RowHead>
              <Cell numeric className="whitespace-nowrap">
                {percentage === null ? '–' : `${percentage} %`}
              </Cell>
              <Cell className="min-w-20">{soak ?? 'Not said'}</Cell>
              <Cell className="min-w-20">{dates ?? 'Not said'}</Cell>
              <Cell className="min-w-48">
                {results === null ? (
                  <span className="text-ink-soft">None recorded</span>
                ) : (
                  <Quoted>{results}</Quoted>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {other.map(({ heading, line, text }) => (
        <section key={line} aria-label={heading} className="mt-6">
          <h3 className="mb-1 font-semibold">{heading}</h3>
          <Quoted>{text}</Quoted>
        </section>
      ))}
    </RecordSection>
  )
}
