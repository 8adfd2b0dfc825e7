import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

interface FieldTableProps {
  caption: string
  fields: readonly { name: string; takes: string; needed: boolean; where?: string }[]
}

/** What a request brings or an answer holds, a row a member. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  if (fields.length === 0) return null
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <tr>
          <ColumnHead className="w-2/5">{caption}</ColumnHead>
          <ColumnHead>Takes</ColumnHead>
        </tr>
      }
    >
      {fields.map(({ name, takes, needed, where }) => (
        <Row key={`${where ?? ''}${name}`}>
          <RowHead className="font-mono text-xs wrap-anywhere">
            {name}
            {where && where !== 'path' && (
              <span className="font-sans font-normal text-ink-soft"> {where}</span>
            )}
          </RowHead>
          <Cell className="text-ink-soft">
            {needed ? <span className="font-medium text-ink">needed: </span> : null}
            {takes}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
