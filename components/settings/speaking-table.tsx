import { DISCIPLINES, type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { type Policy, SPEAKERS, type SpeakerRole } from '../../domain/roll-call/policy.ts'
import { ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { OtherLeads } from './other-leads.tsx'
import { type Rule, ticked, withRule } from './policy-draft.ts'
import { Tick } from './tick.tsx'

interface SpeakingTableProps {
  policy: Policy
  /** Left out where it is only read. */
  onChange?: ((policy: Policy) => void) | undefined
}

type Flag = 'in_person' | 'author_may_sign' | 'abstain' | 'not_applicable'

const FLAGS: readonly { readonly flag: Flag; readonly head: string; readonly does: string }[] = [
  { flag: 'in_person', head: 'In person only', does: 'speaks in person only' },
  { flag: 'author_may_sign', head: 'Author may', does: 'may be signed by the plan’s author' },
  { flag: 'abstain', head: 'May abstain', does: 'may abstain' },
  { flag: 'not_applicable', head: 'May pass', does: 'may say that it is not concerned' },
]

/** Whose word it is, and how it may be given. The government lead's is the same in every team. */
export function SpeakingTable({ policy, onChange }: SpeakingTableProps) {
  return (
    <Table
      caption="Who may speak for it, and how"
      head={
        <tr>
          <ColumnHead>Discipline</ColumnHead>
          {['Its lead', 'Program manager', 'Tech lead'].map((head) => (
            <ColumnHead key={head} className="px-2! text-center">
              {head}
            </ColumnHead>
          ))}
          <ColumnHead className="px-2!">Leads of</ColumnHead>
          <ColumnHead className="px-2! text-center">Stands alone</ColumnHead>
          {FLAGS.map(({ flag, head }) => (
            <ColumnHead key={flag} className="px-2! text-center">
              {head}
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {DISCIPLINES.map((discipline) => (
        <SpeakingRow
          key={discipline}
          policy={policy}
          discipline={discipline}
          onChange={discipline === 'government_lead' ? undefined : onChange}
        />
      ))}
    </Table>
  )
}

function SpeakingRow({
  policy,
  discipline,
  onChange,
}: SpeakingTableProps & { discipline: Discipline }) {
  const title = disciplineName(discipline)
  const rule = policy.rules[discipline]
  const set = onChange && ((about: Partial<Rule>) => onChange(withRule(policy, discipline, about)))
  const speaker = (who: SpeakerRole, words: string) => (
    <Tick
      label={`${words} speaks for ${title}`}
      checked={rule.speakers.includes(who)}
      onChange={set && ((on) => set({ speakers: ticked(rule.speakers, who, on, SPEAKERS) }))}
    />
  )
  return (
    <Row>
      <RowHead className="whitespace-nowrap">{title}</RowHead>
      {speaker(discipline, 'Its lead')}
      {speaker('program_manager', 'The program manager')}
      {speaker('tech_lead', 'A tech lead')}
      <OtherLeads
        discipline={discipline}
        speakers={rule.speakers}
        onChange={set && ((speakers) => set({ speakers }))}
      />
      <Tick
        label={`Whoever speaks for ${title} speaks for nothing else`}
        checked={policy.stands_alone.includes(discipline)}
        onChange={
          onChange &&
          ((on) => {
            const stands_alone = ticked(policy.stands_alone, discipline, on, DISCIPLINES)
            onChange({ ...policy, stands_alone })
          })
        }
      />
      {FLAGS.map(({ flag, does }) => (
        <Tick
          key={flag}
          label={`${title} ${does}`}
          checked={rule[flag]}
          onChange={set && ((on) => set({ [flag]: on }))}
        />
      ))}
    </Row>
  )
}
