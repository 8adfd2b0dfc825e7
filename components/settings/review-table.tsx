import type { SectionName } from '../../domain/plan/section-name.ts'
import { DISCIPLINES, disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'
import { ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { ticked, withRule } from './policy-draft.ts'
import { Tick } from './tick.tsx'

const SECTIONS: readonly { readonly name: SectionName; readonly label: string }[] = [
  { name: 'toggles', label: 'Toggles' },
  { name: 'validation', label: 'Validation' },
  { name: 'staged_rollout', label: 'Staging' },
  { name: 'rollback', label: 'Rollback' },
  { name: 'uat', label: 'UAT' },
  { name: 'stages', label: 'Stages' },
  { name: 'post_launch', label: 'After launch' },
]

const ORDER = SECTIONS.map(({ name }) => name)

interface ReviewTableProps {
  policy: Policy
  /** Left out where it is only read. */
  onChange?: ((policy: Policy) => void) | undefined
}

/** Who must speak, and an edit of what voids what they said. */
export function ReviewTable({ policy, onChange }: ReviewTableProps) {
  return (
    <Table
      caption="Who must speak, and on what"
      head={
        <tr>
          <ColumnHead>Discipline</ColumnHead>
          <ColumnHead className="px-2! text-center">Required</ColumnHead>
          {SECTIONS.map(({ name, label }) => (
            <ColumnHead key={name} className="px-2! text-center">
              {label}
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {DISCIPLINES.map((discipline) => {
        const title = disciplineName(discipline)
        const { reviews } = policy.rules[discipline]
        return (
          <Row key={discipline}>
            <RowHead className="whitespace-nowrap">{title}</RowHead>
            <Tick
              label={`${title} is required`}
              checked={policy.required.includes(discipline)}
              onChange={
                onChange &&
                ((on) => {
                  const required = ticked(policy.required, discipline, on, DISCIPLINES)
                  onChange({ ...policy, required })
                })
              }
            />
            {SECTIONS.map(({ name, label }) => (
              <Tick
                key={name}
                label={`${title} reviews ${label.toLowerCase()}`}
                checked={reviews.includes(name)}
                onChange={
                  onChange &&
                  ((on) =>
                    onChange(
                      withRule(policy, discipline, { reviews: ticked(reviews, name, on, ORDER) }),
                    ))
                }
              />
            ))}
          </Row>
        )
      })}
    </Table>
  )
}
