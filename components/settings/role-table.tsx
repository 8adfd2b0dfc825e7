import type { Role } from '../../domain/actor.ts'
import { roleName } from '../../domain/permissions.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { ActButton } from './act-button.tsx'

export interface ShownRole {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly disabled: boolean }
  readonly role: Role
  readonly discipline: Discipline | null
  readonly by_group: boolean
  readonly in_effect: boolean
  readonly may_take: boolean
}

type RoleTableProps = {
  team: { readonly slug: string; readonly name: string }
  roles: readonly ShownRole[]
  /** Whether a column of buttons stands at the end. */
  mayTake: boolean
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Who is what in a team. */
export function RoleTable({ team, roles, mayTake }: RoleTableProps) {
  return (
    <Table
      caption={`Roles of ${team.name}`}
      captionHidden
      head={
        <tr>
          <ColumnHead>Person</ColumnHead>
          <ColumnHead>Role</ColumnHead>
          <ColumnHead className="hidden sm:table-cell">Given</ColumnHead>
          {mayTake && (
            <ColumnHead>
              <span className="sr-only">Take it back</span>
            </ColumnHead>
          )}
        </tr>
      }
    >
      {roles.map((one) => (
        <Row key={one.id}>
          <RowHead>{one.person.name}</RowHead>
          <Cell>
            {capital(roleName(one.role))}
            {one.discipline && `, ${disciplineName(one.discipline)}`}
            {(one.person.disabled || !one.in_effect) && (
              <span className="block sm:hidden">
                <Given role={one} />
              </span>
            )}
          </Cell>
          <Cell className="hidden sm:table-cell">
            <Given role={one} />
          </Cell>
          {mayTake && (
            <Cell className="text-right whitespace-nowrap">
              {one.may_take && <TakeBack team={team} role={one} />}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

function Given({ role }: { role: ShownRole }) {
  if (role.person.disabled) return <StatusMark status="neutral">Disabled</StatusMark>
  if (!role.in_effect) {
    return <StatusMark status="stale">Not in effect: another role stands against it</StatusMark>
  }
  return role.by_group ? 'By a group' : 'By a person'
}

function TakeBack({ team, role }: { team: RoleTableProps['team']; role: ShownRole }) {
  const what = roleName(role.role)
  const again = role.by_group
    ? ' A group gives it: as long as that rule stands, it comes back at their next sign-in.'
    : ''
  return (
    <ActButton
      method="DELETE"
      path={`/teams/${team.slug}/roles/${role.id}`}
      said={`${role.person.name} is no longer ${what} of ${team.name}`}
      confirm={{
        title: `Take the role from ${role.person.name}?`,
        text: `They are no longer ${what} of ${team.name} from their next request on.${again}`,
        act: 'Take the role back',
      }}
    >
      Take back
      <span className="sr-only">
        {' '}
        from {role.person.name} the role of {what}
      </span>
    </ActButton>
  )
}
