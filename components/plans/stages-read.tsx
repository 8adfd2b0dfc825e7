import type { Reading } from '../../domain/plan/reading.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

export function StagesRead({ stages }: { stages: Reading['stages'] }) {
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
        </tr>
      }
    >
      {stages.map(({ label, percentage, soak, dates, line }) => (
        <Row key={line}>
          <RowHead>{label}</RowHead>
          <Cell numeric className="whitespace-nowrap">
            {percentage === null ? <span className="text-ink-soft">–</span> : `${percentage} %`}
          </Cell>
          <Cell>{soak ?? <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell>{dates ?? <span className="text-ink-soft">Not said</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
