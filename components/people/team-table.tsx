import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

export type TeamRow = {
  readonly id: string
  readonly name: string
  readonly roles: string
  readonly team: string
  readonly email: string | null
}

/** Who can sign in, and what each is in their team; addresses only where the reader is given them. */
export function TeamTable({ people }: { people: readonly TeamRow[] }) {
  const withAddresses = people.some(({ email }) => email !== null)
  return (
    <Table
      caption="People of the teams"
      captionHidden
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>Role</ColumnHead>
          <ColumnHead>Team</ColumnHead>
          {withAddresses && <ColumnHead>E-mail</ColumnHead>}
        </tr>
      }
    >
      {people.map(({ id, name, roles, team, email }) => (
        <Row key={`${id} ${team}`}>
          <RowHead>{name}</RowHead>
          <Cell>{roles}</Cell>
          <Cell>{team}</Cell>
          {withAddresses && <Cell className="wrap-anywhere">{email}</Cell>}
        </Row>
      ))}
    </Table>
  )
}
