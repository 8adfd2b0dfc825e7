import type { Reading } from '../../domain/plan/reading.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

const TIER = { primary: 'Primary', backup: 'Backup' } as const

export function ContactsRead({ contacts }: { contacts: Reading['contacts'] }) {
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
        </tr>
      }
    >
      {contacts.map(({ name, role, tier, line }) => (
        <Row key={line}>
          <RowHead>{name}</RowHead>
          <Cell>{role ?? <span className="text-ink-soft">Not said</span>}</Cell>
          <Cell>{tier ? TIER[tier] : <span className="text-ink-soft">Not said</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
