import type { Reading } from '../../domain/plan/reading.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

const TIER = { primary: 'Primary', backup: 'Backup' } as const

export function ContactsRead({
  contacts,
  lineHref,
}: {
  contacts: Reading['contacts']
  lineHref?: string | undefined
}) {
  if (contacts.length === 0) {
    return <p className="text-ink-soft">The plan names no points of contact.</p>
  }
  return (
    <Table
      caption="Points of contact"
      captionHidden
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>Role</ColumnHead>
          <ColumnHead>Primary or backup</ColumnHead>
          <ColumnHead className="relative">
            <span className="sr-only">Line</span>
          </ColumnHead>
        </tr>
      }
    >
      {contacts.map(({ name, role, tier, line }) => (
        <Row key={`${line}:${name}`} data-line={line} className={LINE_PART}>
          <RowHead>{name}</RowHead>
          <Cell>{role ?? <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell>{tier ? TIER[tier] : <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell className="text-right">
            <LineNote line={line} lineHref={lineHref} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
