import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { classNames } from '../ui/class-names.ts'
import { levelWords } from '../ui/level-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { relativeWords } from '../ui/time-words.ts'
import type { StaleView } from './clean-up.tsx'
import { shortState } from './short-state.ts'
import { StateLink } from './state-link.tsx'
import { ToggleKey } from './toggle-key.tsx'

export type ToggleTableRow = {
  readonly key: string
  readonly description: string
  readonly archived: boolean
  readonly plans: readonly { readonly slug: string; readonly title: string }[]
  readonly stale: StaleView | null
  /** When code asked for it last by its key; null where none did. */
  readonly last_asked_at: string | null
  readonly environments: readonly (ToggleStateJson & {
    readonly environment: string
    readonly name: string
    readonly protected: boolean
    /** ISO 8601. */
    readonly changed_at: string
  })[]
}

type ToggleTableProps = {
  toggles: readonly ToggleTableRow[]
  /** Keys of those with an override whose review is open. */
  overridden: ReadonlySet<string>
  /** Whether each row can be ticked, as `chosen` of the form around it. */
  canChoose?: boolean
}

const onlyWide = 'hidden sm:table-cell'

/** A row a toggle, a column an environment; the protected ones stand under a loud head. */
export function ToggleTable({ toggles, overridden, canChoose = false }: ToggleTableProps) {
  const environments = toggles[0]?.environments ?? []
  return (
    <Table
      caption="Toggles"
      captionHidden
      head={
        <tr>
          <ColumnHead>Toggle</ColumnHead>
          {environments.map((environment) => (
            <ColumnHead
              key={environment.environment}
              className={environment.protected ? 'bg-loud text-on-loud' : onlyWide}
            >
              {environment.name}
            </ColumnHead>
          ))}
          <ColumnHead className="hidden lg:table-cell">Plan</ColumnHead>
        </tr>
      }
    >
      {toggles.map((toggle) => (
        <Row key={toggle.key}>
          <RowHead className="sm:min-w-44">
            <div className="flex items-start gap-2.5">
              {canChoose && (
                <input
                  type="checkbox"
                  name="chosen"
                  value={toggle.key}
                  aria-label={`Choose ${toggle.key}`}
                  className="tick-box shrink-0 print:hidden"
                />
              )}
              <div className="min-w-0">
                <TextLink
                  plain
                  prefetch={false}
                  href={pageOf(toggle.key)}
                  className="mr-2 wrap-anywhere"
                >
                  <ToggleKey>{toggle.key}</ToggleKey>
                </TextLink>
                {overridden.has(toggle.key) && (
                  <StatusMark status="no-go">Override to review</StatusMark>
                )}
                {toggle.stale && (
                  <span className="font-normal text-ink-soft">
                    {' '}
                    · {toggle.stale.kind === 'fully_on' ? 'open to all' : 'off'} for{' '}
                    {toggle.stale.days} days, {askedWords(toggle.last_asked_at)}
                  </span>
                )}
                {toggle.archived && <span className="font-normal text-ink-soft"> · archived</span>}
                {toggle.description && (
                  <span className="line-clamp-2 max-w-reading text-xs font-normal text-ink-soft">
                    {toggle.description}
                  </span>
                )}
                <OtherEnvironments environments={toggle.environments} />
                <span className="flex flex-col text-xs font-normal lg:hidden">
                  <PlanNames plans={toggle.plans} />
                </span>
              </div>
            </div>
          </RowHead>
          {toggle.environments.map((environment) => (
            <Cell
              key={environment.environment}
              className={classNames(
                'p-0!',
                environment.protected ? 'border-x border-rule-strong bg-well' : onlyWide,
              )}
            >
              <StateLink toggle={toggle.key} environment={environment} />
            </Cell>
          ))}
          <Cell className="hidden max-w-64 lg:table-cell">
            <PlanNames plans={toggle.plans} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** On a narrow screen only the protected environments have a column; the others stand here. */
function OtherEnvironments({ environments }: Pick<ToggleTableRow, 'environments'>) {
  const others = environments.filter((environment) => !environment.protected)
  return (
    <span className="flex flex-wrap gap-x-3 py-1 text-xs font-normal sm:hidden">
      {others.map((environment) => {
        const { percent, word } = shortState(environment)
        return (
          <span key={environment.environment} className="text-ink-soft">
            {environment.name} <span className="text-ink">{word ?? levelWords(percent)}</span>
          </span>
        )
      })}
    </span>
  )
}

function PlanNames({ plans }: Pick<ToggleTableRow, 'plans'>) {
  return plans.map((plan) => (
    <TextLink
      key={plan.slug}
      plain
      prefetch={false}
      href={`/plans/${plan.slug}`}
      className="line-clamp-2"
    >
      {plan.title}
    </TextLink>
  ))
}

function askedWords(at: string | null): string {
  return at === null ? 'never asked for' : `last asked ${relativeWords(new Date(at), new Date())}`
}

function pageOf(key: string): string {
  return `/toggles/${encodeURIComponent(key)}`
}
