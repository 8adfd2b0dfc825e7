import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { DecideProposal } from './decide-proposal.tsx'
import { EnvironmentActions } from './environment-actions.tsx'
import type { EnvironmentSetting } from './environment-view.ts'

type EnvironmentItemProps = {
  environment: EnvironmentSetting
  /** The keys of all in their order. */
  order: readonly string[]
  mayChange: boolean
  /** Who decides that one is no longer protected, as a phrase. */
  decidedBy: string
}

/** One environment with what it is, and what may be done to it. */
export function EnvironmentItem({
  environment,
  order,
  mayChange,
  decidedBy,
}: EnvironmentItemProps) {
  const { key, name, unprotection, open_toggles: open } = environment
  return (
    <li className="flex flex-col gap-2 border-b border-rule py-4">
      <div className="flex flex-col gap-x-6 gap-y-1 sm:flex-row sm:items-baseline sm:justify-between">
        <h2 className="text-lg font-semibold wrap-anywhere">
          {name} <code className="text-sm font-normal text-ink-soft">{key}</code>
        </h2>
        <StatusMark status={environment.protected ? 'go' : 'neutral'}>
          {environment.protected ? 'Protected' : 'Not protected'}
        </StatusMark>
      </div>
      <p className="text-sm text-ink-soft">
        {environment.protected
          ? 'What widens here is checked. '
          : 'Whoever may flip here flips, unchecked. '}
        {open === 1 ? '1 toggle lets' : `${open} toggles let`} somebody in.
      </p>
      <p className="text-sm">
        <TextLink prefetch={false} href={`/settings/environments/${key}/connection`}>
          {environment.server === null
            ? `Connect ${name} to a Flipper server`
            : `Connected to ${environment.server}`}
        </TextLink>
      </p>
      {unprotection && (
        <div className="flex flex-col gap-2 border-l-4 border-wait bg-wait-wash px-4 py-3">
          <p className="text-sm wrap-anywhere">
            {unprotection.proposed_by} proposed, <TimeStamp at={unprotection.proposed_at} />, that
            it is no longer protected: “{unprotection.reason}”
          </p>
          <DecideProposal
            path={`/environments/${key}/unprotection/${unprotection.id}/verdict`}
            proposal={unprotection}
            decidedBy={decidedBy}
          />
        </div>
      )}
      {mayChange && <EnvironmentActions environment={environment} order={order} />}
    </li>
  )
}
