import { Callout } from '../ui/callout.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { checkName } from './check-list.tsx'
import { ReviewOverride } from './review-override.tsx'

export type OverrideView = {
  readonly id: string
  readonly environment: string
  readonly made_by: string
  readonly at: string
  readonly checks: readonly string[]
  readonly reason: string
  /** Whether the reader is a second person who may review it. */
  readonly may_review: boolean
}

/** Stands over a toggle for as long as an override of it waits for a second person. */
export function OverrideBanner({ override }: { override: OverrideView }) {
  const checks = override.checks.map((check) => checkName(check).toLowerCase()).join(', ')
  return (
    <div id={`override-${override.id}`} className="mt-6 scroll-mt-20">
      <span className="hazard block h-2" aria-hidden="true" />
      <Callout tone="danger" title={`Checks were overridden in ${override.environment}`}>
        {override.made_by} passed over {checks}, <TimeStamp at={override.at} />: “{override.reason}
        ”.
        {!override.may_review && <> A second person has not reviewed it yet.</>}
        {override.may_review && <ReviewOverride id={override.id} />}
      </Callout>
    </div>
  )
}
