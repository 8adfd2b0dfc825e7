import type { Reading } from '../../domain/plan/reading.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

export function StagesRead({
  stages,
  lineHref,
}: {
  stages: Reading['stages']
  lineHref?: string | undefined
}) {
  return (
    <Table
      caption="Stages"
      captionHidden
      head={
        <tr>
          <ColumnHead>Stage</ColumnHead>
          <ColumnHead numeric>Share</ColumnHead>
          <ColumnHead>Soak</ColumnHead>
          <ColumnHead>Dates</ColumnHead>
          <ColumnHead className="relative">
            <span className="sr-only">Line</span>
          </ColumnHead>
        </tr>
      }
    >
      {stages.map(({ label, percentage, soak, dates, line }) => (
        <Row key={`${line}:${label}`} data-line={line} className={LINE_PART}>
          <RowHead>{label}</RowHead>
          <Cell numeric className="whitespace-nowrap">
            {percentage === null ? <span className="text-ink-soft">–</span> : `${percentage} %`}
          </Cell>
          <Cell>{soak ?? <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell>{dates ?? <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell className="text-right">
            <LineNote line={line} lineHref={lineHref} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
