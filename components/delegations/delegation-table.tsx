import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { EndDelegation } from './end-delegation.tsx'

interface ShownDelegation {
  readonly id: string
  readonly discipline: Discipline
  readonly from: string
  readonly to: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
  readonly ended: boolean
  readonly may_end: boolean
}

type DelegationTableProps = {
  team: string
  delegations: readonly ShownDelegation[]
  /** UTC, RFC 3339. */
  now: string
}

/** Who speaks in whose place in a team, also what is over. */
export function DelegationTable({ team, delegations, now }: DelegationTableProps) {
  if (delegations.length === 0) {
    return (
      <p className="border-y border-rule py-6 text-sm text-ink-soft">
        Everybody speaks for themself.
      </p>
    )
  }
  return (
    <Table
      caption="Delegations"
      captionHidden
      head={
        <tr>
          <ColumnHead>Discipline</ColumnHead>
          <ColumnHead>Who speaks, in whose place</ColumnHead>
          <ColumnHead>From</ColumnHead>
          <ColumnHead>Until</ColumnHead>
          <ColumnHead>State</ColumnHead>
          <ColumnHead>
            <span className="sr-only">End it</span>
          </ColumnHead>
        </tr>
      }
    >
      {delegations.map((one) => (
        <Row key={one.id}>
          <RowHead>{disciplineName(one.discipline)}</RowHead>
          <Cell>
            {one.to} for {one.from}
            <span className="block text-sm text-ink-soft wrap-anywhere">“{one.reason}”</span>
          </Cell>
          <Cell>
            <TimeStamp at={one.starts_at} />
          </Cell>
          <Cell>
            <TimeStamp at={one.ends_at} />
          </Cell>
          <Cell>
            <State of={one} now={now} />
          </Cell>
          <Cell>
            {one.may_end && one.ends_at > now && (
              <EndDelegation team={team} id={one.id} to={one.to} />
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function State({ of, now }: { of: ShownDelegation; now: string }) {
  if (of.ended) return <StatusMark status="neutral">Ended early</StatusMark>
  if (of.ends_at <= now) return <StatusMark status="neutral">Over</StatusMark>
  if (of.starts_at > now) return <StatusMark status="waiting">To come</StatusMark>
  return <StatusMark status="go">Stands</StatusMark>
}
