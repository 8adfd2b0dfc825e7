import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { CheckList } from './check-list.tsx'
import type { ProposalView } from './toggle-view.ts'

type NextStepProps = {
  environment: string
  proposal: ProposalView
}

/** What stands in the way of the next step and who can clear it, before anybody moves anything. */
export function NextStep({ environment, proposal: { checks } }: NextStepProps) {
  const holding = holdingChecks(checks)
  const advising = checks.filter(({ passed, binds }) => !passed && !binds)
  const binding = checks.filter(({ binds }) => binds).length
  const passing = checks.filter(({ passed }) => passed)
  return (
    <div className="flex flex-col gap-2">
      <StatusMark status={holding.length === 0 ? 'go' : 'no-go'} className="whitespace-normal!">
        {holding.length === 0
          ? `Ready: all ${binding} checks that bind pass`
          : `Held by ${holding.length} of the ${binding} checks that bind`}
        {advising.length > 0 &&
          `; ${advising.length} more ${advising.length === 1 ? 'advises' : 'advise'} against it`}
      </StatusMark>
      {holding.length + advising.length > 0 && (
        <CheckList
          label={`What the next step in ${environment} waits for`}
          checks={[...holding, ...advising]}
        />
      )}
      {passing.length > 0 && (
        <Disclosure
          summary={`${passing.length} ${passing.length === 1 ? 'check passes' : 'checks pass'}`}
        >
          <CheckList
            label={`Checks that the next step in ${environment} passes`}
            checks={passing}
          />
        </Disclosure>
      )}
    </div>
  )
}
