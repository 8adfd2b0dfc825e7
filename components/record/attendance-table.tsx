import type { RecordedRound } from '../../domain/record/recorded-round.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { EntryNumber } from './told-entry.tsx'
import { Utc } from './utc.tsx'

interface AttendanceTableProps {
  attendance: RecordedRound['attendance']
  number: number
}

/** Who was in the meeting, and who was there when it was decided. */
export function AttendanceTable({ attendance, number }: AttendanceTableProps) {
  if (attendance.length === 0) {
    return <p className="mt-4 text-sm text-ink-soft">Nobody’s attendance was recorded.</p>
  }
  return (
    <div className="mt-6">
      <Table
        caption={`Attendance of round ${number}`}
        head={
          <tr>
            <ColumnHead>Who</ColumnHead>
            <ColumnHead>At the decision</ColumnHead>
            <ColumnHead>Came and left (UTC)</ColumnHead>
          </tr>
        }
      >
        {attendance.map(({ name, at_decision, moves }) => (
          <Row key={`${name} ${moves[0]?.told.seq}`}>
            <RowHead>{name}</RowHead>
            <Cell>{at_decision === null ? 'Not decided yet' : at_decision ? 'There' : 'Away'}</Cell>
            <Cell>
              <ul>
                {moves.map(({ present, told }) => (
                  <li key={told.seq}>
                    {present ? 'Came' : 'Left'} <Utc at={told.at} />
                    {told.by !== name && `, noted by ${told.by}`}, <EntryNumber seq={told.seq} />
                  </li>
                ))}
              </ul>
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
