import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { RosterStatus } from '../../domain/roll-call/roster.ts'
import { ToggleKey } from '../toggles/toggle-key.tsx'
import { type Status, StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'

export type ContactRow = {
  readonly name: string
  readonly on_the_hook: readonly Hook[]
}

type Hook = {
  readonly plan: { readonly slug: string; readonly title: string }
  readonly tier: string | null
  readonly role: string | null
  readonly toggles: readonly string[]
  readonly disciplines: readonly {
    readonly discipline: Discipline
    readonly status: RosterStatus | null
  }[]
}

/** The points of contact that plans name, a line for each thing that a person is on the hook for. */
export function ContactTable({ contacts }: { contacts: readonly ContactRow[] }) {
  return (
    <Table
      caption="Points of contact"
      captionHidden
      head={
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>Role</ColumnHead>
          <ColumnHead className="hidden md:table-cell">Plan</ColumnHead>
          <ColumnHead>On the hook for</ColumnHead>
        </tr>
      }
    >
      {contacts.flatMap(({ name, on_the_hook: hooks }) =>
        hooks.map((hook) => (
          <Row key={`${name} ${hook.plan.slug} ${hook.role} ${hook.tier}`}>
            {hook === hooks[0] && <RowHead rowSpan={hooks.length}>{name}</RowHead>}
            <Cell>
              {hook.role ?? <span className="text-ink-soft">No role given</span>}
              <span className="block text-xs text-ink-soft">{tierWords(hook.tier)}</span>
            </Cell>
            <Cell className="hidden min-w-44 md:table-cell">
              <PlanLink plan={hook.plan} />
            </Cell>
            <Cell>
              <span className="md:hidden">
                <PlanLink plan={hook.plan} />
              </span>
              <Duties hook={hook} />
            </Cell>
          </Row>
        )),
      )}
    </Table>
  )
}

function PlanLink({ plan }: Pick<Hook, 'plan'>) {
  return (
    <TextLink plain prefetch={false} href={`/plans/${plan.slug}`}>
      {plan.title}
    </TextLink>
  )
}

function tierWords(tier: string | null): string {
  if (tier === 'primary') return 'Primary'
  return tier === 'backup' ? 'Backup' : 'Neither primary nor backup'
}

const marks: Record<RosterStatus, { status: Status; word: string }> = {
  waiting: { status: 'waiting', word: 'has not spoken' },
  go: { status: 'go', word: 'said go' },
  no_go: { status: 'no-go', word: 'said no-go' },
  stale: { status: 'stale', word: 'is stale' },
  abstain: { status: 'neutral', word: 'abstains' },
  not_applicable: { status: 'neutral', word: 'is not concerned' },
  withdrawn: { status: 'no-go', word: 'took its word back' },
}

function Duties({ hook }: { hook: Hook }) {
  return (
    <ul className="flex flex-col gap-1">
      {hook.toggles.length > 0 && (
        <li className="flex flex-wrap gap-x-2">
          {hook.tier === 'backup' ? 'Stands in for' : 'Answers for'}
          {hook.toggles.map((key) => (
            <TextLink
              key={key}
              plain
              prefetch={false}
              href={`/toggles/${encodeURIComponent(key)}`}
              className="wrap-anywhere"
            >
              <ToggleKey>{key}</ToggleKey>
            </TextLink>
          ))}
        </li>
      )}
      {hook.disciplines.map(({ discipline, status }) => (
        <li key={discipline}>
          {status === null ? (
            `Speaks for ${disciplineName(discipline)}`
          ) : (
            <StatusMark status={marks[status].status}>
              {disciplineName(discipline)} {marks[status].word}
            </StatusMark>
          )}
        </li>
      ))}
    </ul>
  )
}
