import { listed } from '../../domain/audit/phrases.ts'
import { checkName } from '../toggles/check-list.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import type { DifferencesView, Direction } from './connection-view.ts'

export type FirstSync = 'take_theirs' | 'push_ours'

type DifferenceTableProps = {
  differences: DifferencesView['differences']
  chosen: FirstSync
  server: string
}

const MOST_ROWS = 500

const MOVES = {
  widens: { status: 'waiting', word: 'Widens' },
  narrows: { status: 'go', word: 'Narrows' },
  both: { status: 'waiting', word: 'Widens and narrows' },
  none: { status: 'neutral', word: 'Same people' },
} as const satisfies Record<Direction, object>

/** The flips that connecting makes, by the chosen way, before any is made. */
export function DifferenceTable({ differences, chosen, server }: DifferenceTableProps) {
  const isTaken = chosen === 'take_theirs'
  return (
    <div>
      <Table
        caption={isTaken ? 'What Rollcall would take over' : `What would be pushed to ${server}`}
        head={
          <tr>
            <ColumnHead>Toggle</ColumnHead>
            <ColumnHead>{isTaken ? 'Rollcall has' : 'There is'}</ColumnHead>
            <ColumnHead>{isTaken ? 'It takes' : 'It gets'}</ColumnHead>
            <ColumnHead>Which</ColumnHead>
          </tr>
        }
      >
        {differences.slice(0, MOST_ROWS).map(({ toggle, here, there, take, push, take_unmet }) => {
          const move = MOVES[isTaken ? take : push]
          return (
            <Row key={toggle}>
              <RowHead className="min-w-36 font-mono wrap-anywhere">{toggle}</RowHead>
              <Cell className="text-ink-soft">{isTaken ? here : there}</Cell>
              <Cell>{isTaken ? there : here}</Cell>
              <Cell>
                <StatusMark status={move.status}>{move.word}</StatusMark>
                {isTaken && take_unmet.length > 0 && (
                  <span className="block text-xs text-no-go">
                    Without {listed(take_unmet.map((check) => checkName(check).toLowerCase()))}
                  </span>
                )}
              </Cell>
            </Row>
          )
        })}
      </Table>
      {differences.length > MOST_ROWS && (
        <p className="mt-2 text-sm text-ink-soft">
          {differences.length - MOST_ROWS} more differ and are not shown here.
        </p>
      )}
    </div>
  )
}
