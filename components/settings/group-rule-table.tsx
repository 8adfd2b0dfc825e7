import type { Role } from '../../domain/actor.ts'
import { roleName } from '../../domain/permissions.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { ActButton } from './act-button.tsx'

type GroupRuleTableProps = {
  rules: readonly {
    readonly id: string
    readonly value: string
    readonly team: { readonly slug: string; readonly name: string }
    readonly role: Role
    readonly discipline: Discipline | null
  }[]
}

/** Which groups of the identity provider give which roles. */
export function GroupRuleTable({ rules }: GroupRuleTableProps) {
  if (rules.length === 0) {
    return (
      <p className="border-y border-rule py-6 text-sm text-ink-soft">
        No group gives a role. People are granted theirs one by one, under Teams and roles.
      </p>
    )
  }
  return (
    <Table
      caption="Groups and the roles they give"
      captionHidden
      head={
        <tr>
          <ColumnHead>Group</ColumnHead>
          <ColumnHead>Role</ColumnHead>
          <ColumnHead>Team</ColumnHead>
          <ColumnHead>
            <span className="sr-only">End the rule</span>
          </ColumnHead>
        </tr>
      }
    >
      {rules.map(({ id, value, team, role, discipline }) => (
        <Row key={id}>
          <RowHead className="wrap-anywhere">
            <code>{value}</code>
          </RowHead>
          <Cell className="first-letter:uppercase">
            {roleName(role)}
            {discipline && `, ${disciplineName(discipline)}`}
          </Cell>
          <Cell>{team.name}</Cell>
          <Cell className="text-right">
            <ActButton
              method="DELETE"
              path={`/group-rules/${id}`}
              said="The rule is ended"
              confirm={{
                title: `End the rule for “${value}”?`,
                text: `Whoever is ${roleName(role)} of ${team.name} by this group alone loses the role at their next sign-in. To have them out at once, take the role back, or end their sessions.`,
                act: 'End the rule',
              }}
            >
              End<span className="sr-only"> the rule for {value}</span>
            </ActButton>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
