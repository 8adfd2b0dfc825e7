import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
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
  readonly incident_link: string | null
  /** What a first review found has to follow. */
  readonly follow_up: { readonly by: string; readonly note: string } | null
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
        ”.{' '}
        {override.incident_link && (
          <TextLink href={override.incident_link} rel="noreferrer" className="wrap-anywhere">
            The incident
          </TextLink>
        )}
        {override.follow_up && (
          <p className="mt-1">
            {override.follow_up.by} reviewed it and asks for a follow-up: “{override.follow_up.note}
            ”.
          </p>
        )}
        {!override.may_review && !override.follow_up && (
          <> A second person has not reviewed it yet.</>
        )}
        {override.may_review && (
          <ReviewOverride key={override.follow_up?.note ?? 'first'} id={override.id} />
        )}
      </Callout>
    </div>
  )
}
