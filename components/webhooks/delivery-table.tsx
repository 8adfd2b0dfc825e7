import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { Redeliver } from './redeliver.tsx'

interface ShownDelivery {
  readonly id: string
  readonly seq: number | null
  readonly status: 'pending' | 'delivered' | 'failed'
  readonly attempts: number
  readonly answer: number | null
  readonly error: string | null
  readonly took_ms: number | null
  readonly created_at: string
  readonly tried_at: string | null
}

type DeliveryTableProps = {
  webhook: string
  deliveries: readonly ShownDelivery[]
  /** Whether messages can be sent again now. */
  isOn: boolean
}

/** What was sent and how it was answered, the newest first. */
export function DeliveryTable({ webhook, deliveries, isOn }: DeliveryTableProps) {
  return (
    <Table
      caption="Messages of the last thirty days"
      captionHidden
      head={
        <tr>
          <ColumnHead>Entry</ColumnHead>
          <ColumnHead>State</ColumnHead>
          <ColumnHead>Answer</ColumnHead>
          <ColumnHead numeric>Attempts</ColumnHead>
          <ColumnHead>Last tried</ColumnHead>
          {isOn && (
            <ColumnHead>
              <span className="sr-only">Again</span>
            </ColumnHead>
          )}
        </tr>
      }
    >
      {deliveries.map((one) => (
        <Row key={one.id}>
          <RowHead>
            {one.seq === null ? (
              'A trial'
            ) : (
              <TextLink plain prefetch={false} href={`/audit/${one.seq}`}>
                #{one.seq}
              </TextLink>
            )}
          </RowHead>
          <Cell>
            <State of={one} />
          </Cell>
          <Cell>
            {one.error ?? one.answer ?? '–'}
            {one.took_ms !== null && <span className="text-ink-soft"> in {one.took_ms} ms</span>}
          </Cell>
          <Cell numeric>{one.attempts}</Cell>
          <Cell>{one.tried_at === null ? '–' : <TimeStamp at={one.tried_at} />}</Cell>
          {isOn && (
            <Cell>
              {one.status !== 'pending' && (
                <Redeliver webhook={webhook} delivery={one.id} seq={one.seq} />
              )}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

function State({ of }: { of: ShownDelivery }) {
  if (of.status === 'delivered') return <StatusMark status="go">Taken</StatusMark>
  if (of.status === 'failed') return <StatusMark status="no-go">Given up</StatusMark>
  return (
    <StatusMark status="waiting">{of.attempts === 0 ? 'Waits' : 'To be tried again'}</StatusMark>
  )
}
