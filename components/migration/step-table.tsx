import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import type { ImportStep } from './import-calls.ts'

const DOES = {
  create: { status: 'go', word: 'Created' },
  change: { status: 'waiting', word: 'Changed' },
  leave: { status: 'neutral', word: 'Left as it is' },
  retired: { status: 'stale', word: 'Retired: a key is never used twice' },
} as const

/** What changes comes before what stays. */
const ORDER = ['create', 'change', 'retired', 'leave'] as const
const MOST_ROWS = 1000

export function StepTable({ steps }: { steps: readonly ImportStep[] }) {
  const sorted = ORDER.flatMap((does) => steps.filter((step) => step.does === does))
  return (
    <div>
      <Table
        caption="What an import of this file would do with each toggle"
        captionHidden
        head={
          <tr>
            <ColumnHead>Toggle</ColumnHead>
            <ColumnHead>It would be</ColumnHead>
            <ColumnHead>What changes</ColumnHead>
          </tr>
        }
      >
        {sorted.slice(0, MOST_ROWS).map(({ key, does, changes }) => (
          <Row key={key}>
            <RowHead className="font-mono wrap-anywhere">{key}</RowHead>
            <Cell className="whitespace-nowrap">
              <StatusMark status={DOES[does].status}>{DOES[does].word}</StatusMark>
            </Cell>
            <Cell>
              {changes.length === 0 ? (
                <span className="text-ink-soft">
                  {does === 'create' ? 'Registered, off everywhere' : 'Nothing'}
                </span>
              ) : (
                changes.join('; ')
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      {sorted.length > MOST_ROWS && (
        <p className="mt-2 text-sm text-ink-soft">
          {sorted.length - MOST_ROWS} more toggles are brought in and not shown here.
        </p>
      )}
    </div>
  )
}
