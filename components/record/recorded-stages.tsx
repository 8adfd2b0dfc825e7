import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { Quoted } from './quoted.tsx'
import { None, RecordSection } from './record-section.tsx'
import { RunTable } from './run-table.tsx'

interface RecordedStagesProps {
  stages: ReleaseRecord['stages']
  former: ReleaseRecord['former_runs']
  other: ReleaseRecord['other']
  slug: string
}

/** The planned stages with the results that the text records, and what was carried out of them. */
export function RecordedStages({ stages, former, other, slug }: RecordedStagesProps) {
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
      {stages.map(({ line, label, runs }) => (
        <RunTable
          key={`${line} ${label}`}
          title={`Carried out: ${label}`}
          runs={runs}
          slug={slug}
        />
      ))}
      <RunTable
        title="Carried out, and no longer listed by the plan"
        runs={former}
        slug={slug}
        namesStage
      />
      {stages.length > 0 && stages.every(({ runs }) => runs.total === 0) && (
        <p className="mt-4 text-sm text-ink-soft">No stage of the list has been started.</p>
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
