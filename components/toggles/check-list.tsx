import type { CheckResult } from '../../domain/refusal.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { capitalised } from './capitalised.ts'

/** Every check with its mark, what it saw, and who can clear it: what holds, then advice, then the rest. */
export function CheckList({ label, checks }: { label: string; checks: readonly CheckResult[] }) {
  const ordered = [
    ...holdingChecks(checks),
    ...checks.filter(({ passed, binds }) => !passed && !binds),
    ...checks.filter(({ passed }) => passed),
  ]
  return (
    <ul aria-label={label} className="border-t border-rule text-sm">
      {ordered.map((check) => (
        <li
          key={check.check}
          className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[10.5rem_minmax(0,1fr)]"
        >
          <StatusMark
            status={check.passed ? 'go' : check.binds ? 'no-go' : 'waiting'}
            className="self-start"
          >
            {checkName(check.check)}
            <span className="sr-only">{check.passed ? ', passed' : ', not passed'}</span>
          </StatusMark>
          <div className="pl-5.5 sm:pl-0">
            <p>
              {!check.passed && !check.binds && (
                <span className="text-ink-soft">Advice, does not hold this: </span>
              )}
              {check.detail}
            </p>
            {check.cleared_by && (
              <p className="text-ink-soft">
                Cleared by <span className="text-ink">{check.cleared_by}</span>.
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A check's code as a word for people: "launch_decision" is "Launch decision". */
export function checkName(code: string): string {
  return capitalised(code.replaceAll('_', ' ').replace('sign offs', 'sign-offs'))
}
