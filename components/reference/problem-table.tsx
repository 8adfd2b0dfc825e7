import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Coded } from './coded.tsx'

interface ProblemTableProps {
  problems: readonly { address: string; status: number; title: string; happened: string }[]
}

/** Every problem that is answered, each leading to its page. */
export function ProblemTable({ problems }: ProblemTableProps) {
  return (
    <Table
      caption="Problems"
      captionHidden
      head={
        <tr>
          <ColumnHead>Problem</ColumnHead>
          <ColumnHead numeric>Status</ColumnHead>
          <ColumnHead>What happened</ColumnHead>
        </tr>
      }
    >
      {problems.map(({ address, status, title, happened }) => (
        <Row key={address}>
          <RowHead className="whitespace-nowrap">
            <TextLink plain href={address} prefetch={false} className="font-mono text-xs">
              {address.replace('/problems/', '')}
            </TextLink>
          </RowHead>
          <Cell numeric>{status}</Cell>
          <Cell>
            <span className="font-medium">{title}.</span>{' '}
            <span className="text-ink-soft">
              <Coded>{happened}</Coded>
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
