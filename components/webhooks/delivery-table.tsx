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
          <ColumnHead className={WIDE}>Answer</ColumnHead>
          <ColumnHead numeric className={WIDE}>
            Attempts
          </ColumnHead>
          <ColumnHead className={WIDE}>Last tried</ColumnHead>
          {isOn && (
            <ColumnHead className={WIDE}>
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
            <div className="flex flex-col items-start gap-1 wrap-anywhere sm:hidden">
              <span>
                <Answer of={one} />
              </span>
              <span className="text-ink-soft">
                {one.attempts === 1 ? '1 attempt' : `${one.attempts} attempts`}
                {one.tried_at !== null && (
                  <>
                    , <TimeStamp at={one.tried_at} />
                  </>
                )}
              </span>
              {isOn && <Again webhook={webhook} of={one} />}
            </div>
          </Cell>
          <Cell className={`${WIDE} wrap-anywhere`}>
            <Answer of={one} />
          </Cell>
          <Cell numeric className={WIDE}>
            {one.attempts}
          </Cell>
          <Cell className={WIDE}>
            {one.tried_at === null ? '–' : <TimeStamp at={one.tried_at} align="end" />}
          </Cell>
          {isOn && (
            <Cell className={WIDE}>
              <Again webhook={webhook} of={one} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

/** On a phone the columns stand below each other, in that of the state. */
const WIDE = 'max-sm:hidden'

function Answer({ of }: { of: ShownDelivery }) {
  return (
    <>
      {of.error ?? of.answer ?? '–'}
      {of.took_ms !== null && <span className="text-ink-soft"> in {of.took_ms} ms</span>}
    </>
  )
}

function Again({ webhook, of }: { webhook: string; of: ShownDelivery }) {
  if (of.status === 'pending') return null
  return <Redeliver webhook={webhook} delivery={of.id} seq={of.seq} />
}

function State({ of }: { of: ShownDelivery }) {
  if (of.status === 'delivered') return <StatusMark status="go">Taken</StatusMark>
  if (of.status === 'failed') return <StatusMark status="no-go">Given up</StatusMark>
  return (
    <StatusMark status="waiting">{of.attempts === 0 ? 'Waits' : 'To be tried again'}</StatusMark>
  )
}
