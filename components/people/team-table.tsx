import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { ErasePerson } from './erase-person.tsx'

export type TeamRow = {
  readonly id: string
  readonly name: string
  readonly roles: string
  readonly team: string
  readonly email: string | null
  readonly mayErase: boolean
}

/** Who can sign in, and what each is in their team; addresses only where the reader is given them. */
export function TeamTable({ people }: { people: readonly TeamRow[] }) {
  const withAddresses = people.some(({ email }) => email !== null)
  const withErasing = people.some(({ mayErase }) => mayErase)
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
          {withErasing && <ColumnHead>For good</ColumnHead>}
        </tr>
      }
    >
      {people.map(({ id, name, roles, team, email, mayErase }) => (
        <Row key={`${id} ${team}`}>
          <RowHead>{name}</RowHead>
          <Cell>{roles}</Cell>
          <Cell>{team}</Cell>
          {withAddresses && <Cell className="wrap-anywhere">{email}</Cell>}
          {withErasing && <Cell>{mayErase && <ErasePerson id={id} name={name} />}</Cell>}
        </Row>
      ))}
    </Table>
  )
}
