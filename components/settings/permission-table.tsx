import { ROLES } from '../../domain/actor.ts'
import type { PermissionRow } from '../../domain/permission-rows.ts'
import { roleName } from '../../domain/permissions.ts'
import { Mark } from '../ui/mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'

type PermissionTableProps = { heading: string; rows: readonly PermissionRow[] }

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Some rights, a row each, and which roles have them. */
export function PermissionTable({ heading, rows }: PermissionTableProps) {
  return (
    <Table
      caption={heading}
      head={
        <tr>
          <ColumnHead className="min-w-52">Right</ColumnHead>
          {ROLES.map((role) => (
            <ColumnHead key={role} className="w-20 whitespace-normal! text-center align-bottom">
              {capital(roleName(role))}
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {rows.map(({ action, does, roles, where, limited }) => (
        <Row key={action}>
          <RowHead className="font-normal">
            {capital(does)}
            {where === 'installation' && <span className="text-ink-soft"> ◦</span>}
            {!limited && <span className="text-ink-soft"> †</span>}
          </RowHead>
          {ROLES.map((role) => (
            <Cell key={role} className="text-center">
              {roles.includes(role) && (
                <span className="inline-flex text-go">
                  <Mark name="go" />
                  <span className="sr-only">Yes</span>
                </span>
              )}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}
