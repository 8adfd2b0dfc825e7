import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ConnectionView } from './connection-view.ts'

type PendingTableProps = { environment: string; pending: ConnectionView['pending'] }

/** What is on its way, since when, and what the server said last. */
export function PendingTable({ environment, pending }: PendingTableProps) {
  if (pending.length === 0) return null
  return (
    <Table
      caption="Not yet confirmed there"
      head={
        <tr>
          <ColumnHead>Toggle</ColumnHead>
          <ColumnHead>To be</ColumnHead>
          <ColumnHead>Since</ColumnHead>
          <ColumnHead numeric>Tries</ColumnHead>
          <ColumnHead>Last said</ColumnHead>
        </tr>
      }
    >
      {pending.map(({ toggle, wanted, since, attempts, last_error }) => (
        <Row key={toggle}>
          <RowHead className="min-w-36 font-mono wrap-anywhere">
            <TextLink
              plain
              prefetch={false}
              href={`/toggles/${encodeURIComponent(toggle)}#${environment}`}
            >
              {toggle}
            </TextLink>
          </RowHead>
          <Cell>{wanted}</Cell>
          <Cell className="whitespace-nowrap">
            <TimeStamp at={since} />
          </Cell>
          <Cell numeric className="tabular-nums">
            {attempts}
          </Cell>
          <Cell className="text-ink-soft">{last_error ?? 'Nothing yet'}</Cell>
        </Row>
      ))}
    </Table>
  )
}
