import { type Status, StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

export interface ShownPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly disabled: boolean
  readonly roles: readonly {
    readonly team: { readonly slug: string; readonly name: string }
    readonly title: string
  }[]
  readonly last_signed_in_at: string | null
  readonly sessions: number
}

/** What can be said of whether somebody can come in. */
export function standingOf(person: Pick<ShownPerson, 'disabled' | 'roles' | 'last_signed_in_at'>): {
  status: Status
  words: string
} {
  if (person.disabled) return { status: 'no-go', words: 'Disabled' }
  if (person.roles.length === 0) return { status: 'waiting', words: 'No role yet' }
  if (person.last_signed_in_at === null) return { status: 'waiting', words: 'Yet to sign in' }
  return { status: 'go', words: 'Can sign in' }
}

/** Everybody who is known here, with what they are and when they were last here. */
export function PersonTable({ people }: { people: readonly ShownPerson[] }) {
  return (
    <Table
      caption="People"
      captionHidden
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead className="hidden sm:table-cell">Roles</ColumnHead>
          <ColumnHead className="hidden md:table-cell">Signed in</ColumnHead>
          <ColumnHead numeric className="hidden md:table-cell">
            Sessions
          </ColumnHead>
          <ColumnHead>State</ColumnHead>
        </tr>
      }
    >
      {people.map((person) => {
        const standing = standingOf(person)
        return (
          <Row key={person.id}>
            <RowHead>
              <TextLink href={`/settings/people/${person.id}`} prefetch={false}>
                {person.name}
              </TextLink>
              <span className="hidden text-xs font-normal text-ink-soft wrap-anywhere sm:block">
                {person.email ?? 'No e-mail'}
              </span>
              <span className="block text-xs font-normal sm:hidden">
                <RolesOf person={person} />
              </span>
            </RowHead>
            <Cell className="hidden sm:table-cell">
              <RolesOf person={person} />
            </Cell>
            <Cell className="hidden md:table-cell">
              {person.last_signed_in_at ? <TimeStamp at={person.last_signed_in_at} /> : 'Never'}
            </Cell>
            <Cell numeric className="hidden md:table-cell">
              {person.sessions}
            </Cell>
            <Cell>
              <StatusMark status={standing.status}>{standing.words}</StatusMark>
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}

function RolesOf({ person }: { person: ShownPerson }) {
  return person.roles.map(({ team, title }) => (
    <span key={`${team.slug} ${title}`} className="block">
      {title}
      <span className="text-ink-soft">, {team.name}</span>
    </span>
  ))
}
