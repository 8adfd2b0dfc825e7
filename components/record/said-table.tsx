import type { RecordedRound } from '../../domain/record/recorded-round.ts'
import { ColumnHead, Table } from '../ui/table.tsx'
import { SaidRow, SilentRow } from './said-row.tsx'

/** Everything that each discipline said, a row a word: who said it, who recorded it, and on what. */
export function SaidTable({ round }: { round: RecordedRound }) {
  const isDecided = round.decided !== null
  return (
    <div className="mt-4">
      <Table
        caption={`Sign-offs of round ${round.number}`}
        head={
          <tr>
            <ColumnHead>Discipline</ColumnHead>
            <ColumnHead>Said</ColumnHead>
            <ColumnHead>By whom</ColumnHead>
            <ColumnHead>Revision</ColumnHead>
            <ColumnHead>Counts</ColumnHead>
            <ColumnHead>UTC</ColumnHead>
            <ColumnHead>Entry</ColumnHead>
          </tr>
        }
      >
        {round.disciplines.flatMap((discipline) =>
          discipline.said.length === 0 ? (
            <SilentRow key={discipline.discipline} discipline={discipline} />
          ) : (
            discipline.said.map((said, index) => (
              <SaidRow
                key={said.id}
                said={said}
                discipline={discipline}
                isFirst={index === 0}
                isNewest={index === discipline.said.length - 1}
                isDecided={isDecided}
              />
            ))
          ),
        )}
      </Table>
    </div>
  )
}
