import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { percentWords } from '../ui/level-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { CheckList } from './check-list.tsx'
import type { ProposalView, StageTick } from './toggle-view.ts'

type NextStepProps = {
  environment: string
  /** The stage that comes next; null where the plan lists none: then it is all the way on. */
  stage: StageTick | null
  proposal: ProposalView
  /** Why it was rolled back, when that is what happened last. */
  rolledBack: string | null
}

/** What comes next and what stands in its way, before anybody moves anything. */
export function NextStep({ environment, stage, proposal, rolledBack }: NextStepProps) {
  const failed = holdingChecks(proposal.checks)
  const where = stage ? `${stage.label}, ${percentWords(stage.value)}` : 'fully on'
  return (
    <div className="border-y border-rule py-2 text-sm">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span>
          <span className="text-ink-soft">Next: </span>
          <strong className="font-semibold">{where}</strong>
        </span>
        <StatusMark status={failed.length === 0 ? 'go' : 'no-go'} className="whitespace-normal!">
          {failed.length === 0
            ? readyWords(proposal.checks)
            : `Blocked by ${failed.length} of ${proposal.checks.filter(({ binds }) => binds).length} checks`}
        </StatusMark>
      </p>
      {rolledBack !== null && (
        <p className="pt-1">
          <StatusMark status="waiting" className="whitespace-normal!">
            Rolled back last{rolledBack && `: “${rolledBack}”`}
          </StatusMark>
        </p>
      )}
      <Disclosure summary={failed.length === 0 ? 'Checks' : 'What blocks it, and who can clear it'}>
        <CheckList label={`Checks of the next step in ${environment}`} checks={proposal.checks} />
      </Disclosure>
    </div>
  )
}

function readyWords(checks: ProposalView['checks']): string {
  const binding = checks.filter(({ binds }) => binds).length
  const advised = checks.filter(({ binds, passed }) => !binds && !passed).length
  const ready = `Ready: all ${binding} checks pass`
  if (advised === 0) return ready
  return `${ready}; ${advised} that ${advised === 1 ? 'does' : 'do'} not bind would not`
}
