import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { ActButton } from './act-button.tsx'
import { browserWords } from './browser-words.ts'

export interface ShownSession {
  readonly id: string
  readonly signed_in_at: string
  readonly last_seen_at: string
  readonly expires_at: string
  readonly address: string | null
  readonly agent: string | null
  readonly is_current: boolean
}

type SessionTableProps = { person: string; sessions: readonly ShownSession[] }

/** Where somebody is signed in, the last seen first. */
export function SessionTable({ person, sessions }: SessionTableProps) {
  if (sessions.length === 0) {
    return (
      <p className="border-y border-rule py-6 text-sm text-ink-soft">Not signed in anywhere.</p>
    )
  }
  return (
    <Table
      caption="Sessions"
      captionHidden
      head={
        <tr>
          <ColumnHead>Browser</ColumnHead>
          <ColumnHead>Signed in</ColumnHead>
          <ColumnHead>Last seen</ColumnHead>
          <ColumnHead className="hidden sm:table-cell">Ends at the latest</ColumnHead>
          <ColumnHead>
            <span className="sr-only">End it</span>
          </ColumnHead>
        </tr>
      }
    >
      {sessions.map((one) => (
        <Row key={one.id}>
          <RowHead>
            {browserWords(one.agent)}
            <span className="block text-xs font-normal text-ink-soft wrap-anywhere">
              {one.is_current ? 'This one' : 'Another'}
              {one.address && `, from ${one.address}`}
            </span>
          </RowHead>
          <Cell>
            <TimeStamp at={one.signed_in_at} />
          </Cell>
          <Cell>
            <TimeStamp at={one.last_seen_at} />
          </Cell>
          <Cell className="hidden sm:table-cell">
            <TimeStamp at={one.expires_at} />
          </Cell>
          <Cell className="text-right">
            {!one.is_current && (
              <ActButton
                method="DELETE"
                path={`/people/${person}/sessions/${one.id}`}
                said="The session is ended"
              >
                End<span className="sr-only"> the session of {browserWords(one.agent)}</span>
              </ActButton>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
