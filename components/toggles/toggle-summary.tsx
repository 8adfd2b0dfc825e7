import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { Callout } from '../ui/callout.tsx'
import { classNames } from '../ui/class-names.ts'
import { LevelMark } from '../ui/level-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { shortState } from './short-state.ts'

type ToggleSummaryProps = {
  team: string
  plans: readonly { readonly slug: string; readonly title: string }[]
  archived: boolean
  offIsDangerous: boolean
  actorType: string
  environments: readonly (ToggleStateJson & {
    readonly environment: string
    readonly name: string
    readonly protected: boolean
  })[]
}

/** Under the title: every environment at a glance, and whose toggle this is. */
export function ToggleSummary(props: ToggleSummaryProps) {
  const { team, plans, archived, offIsDangerous, actorType, environments } = props
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label="Environments">
        <ul className="flex flex-wrap gap-2">
          {environments.map((environment) => (
            <li key={environment.environment}>
              <a
                href={`#${environment.environment}`}
                className={classNames(
                  'flex min-h-9 items-center gap-3 border px-3 py-1 text-sm hover:border-ink',
                  environment.protected ? 'border-ink border-l-8' : 'border-rule-strong',
                )}
              >
                <span className="font-semibold">{environment.name}</span>
                <Level state={environment} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span>
          Team <span className="text-ink">{team}</span>
        </span>
        <span>
          Buckets by{' '}
          <span className="text-ink">
            {actorType === 'cookie_id' ? 'cookie' : 'signed-in actor'}
          </span>
        </span>
        {plans.length > 1 && (
          <span>
            Named by {plans.length} plans:{' '}
            {plans.map((plan, index) => (
              <span key={plan.slug}>
                {index > 0 && ', '}
                <TextLink href={`/plans/${plan.slug}`}>{plan.title}</TextLink>
              </span>
            ))}
          </span>
        )}
      </p>
      {archived && (
        <Callout tone="warning" title="This toggle is archived">
          It lets nobody in and no longer changes. Its key is never used again.
        </Callout>
      )}
      {offIsDangerous && (
        <Callout tone="warning" title="Off is the dangerous side of this toggle">
          Taking people out counts as widening and is checked; letting them in is always open.
        </Callout>
      )}
    </div>
  )
}

function Level({ state }: { state: ToggleStateJson }) {
  const { percent, word } = shortState(state)
  return <LevelMark percent={percent} {...(word === undefined ? {} : { word })} />
}
