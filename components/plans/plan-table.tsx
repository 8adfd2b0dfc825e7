import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

export interface PlanRow {
  readonly slug: string
  readonly title: string
  readonly kind: string
  readonly revision: number
  readonly revised_at: string
  readonly toggles: readonly string[]
  readonly unanswered: number
  readonly open_findings: number
  readonly roll_call: { readonly number: number; readonly decision: string | null } | null
}

export function PlanTable({ plans }: { plans: readonly PlanRow[] }) {
  return (
    <Table
      caption="Release plans, newest first"
      captionHidden
      head={
        <tr>
          <ColumnHead>Plan</ColumnHead>
          <ColumnHead>Toggles</ColumnHead>
          <ColumnHead numeric>To answer</ColumnHead>
          <ColumnHead>Roll call</ColumnHead>
          <ColumnHead>Saved</ColumnHead>
        </tr>
      }
    >
      {plans.map((plan) => (
        <Row key={plan.slug}>
          <RowHead>
            <TextLink plain href={`/plans/${plan.slug}`}>
              {plan.title}
            </TextLink>
            <span className="block text-xs font-normal text-ink-soft">
              {plan.kind === 'go_no_go' ? 'Go/no-go sheet' : 'Release plan'}, revision{' '}
              {plan.revision}
            </span>
          </RowHead>
          <Cell className="wrap-anywhere">
            {plan.toggles.length === 0 ? (
              <span className="text-ink-soft">None named</span>
            ) : (
              plan.toggles.slice(0, 3).map((key) => (
                <span key={key} className="block font-mono text-xs">
                  {key}
                </span>
              ))
            )}
            {plan.toggles.length > 3 && (
              <span className="text-xs text-ink-soft">and {plan.toggles.length - 3} more</span>
            )}
          </Cell>
          <Cell numeric>
            {plan.unanswered + plan.open_findings === 0 ? (
              <span className="text-ink-soft">0</span>
            ) : (
              plan.unanswered + plan.open_findings
            )}
          </Cell>
          <Cell>
            <RollCallState rollCall={plan.roll_call} />
          </Cell>
          <Cell className="whitespace-nowrap">
            <TimeStamp at={plan.revised_at} align="end" />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const DECIDED = {
  launch: { status: 'go', word: 'Launch' },
  pause: { status: 'no-go', word: 'Pause' },
  pivot: { status: 'no-go', word: 'Pivot' },
} as const

function RollCallState({ rollCall }: { rollCall: PlanRow['roll_call'] }) {
  if (!rollCall) return <StatusMark status="neutral">None yet</StatusMark>
  const { number, decision } = rollCall
  if (decision === 'launch' || decision === 'pause' || decision === 'pivot') {
    const { status, word } = DECIDED[decision]
    return (
      <StatusMark status={status}>
        {word} <span className="font-normal text-ink-soft">(round {number})</span>
      </StatusMark>
    )
  }
  return <StatusMark status="waiting">Round {number} open</StatusMark>
}
