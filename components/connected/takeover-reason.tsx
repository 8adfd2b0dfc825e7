'use client'

import { overrideReasonFault } from '../../domain/rollout/override-reason.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'

type TakeoverReasonProps = {
  /** What lets people in although checks fail: "3 of them widen Production". */
  what: string
  value: string
  onChange: (value: string) => void
  /** Whether it was asked for already. */
  isAsked: boolean
}

/** Taking over what a flip would be held from: an override, with its reason, until it is reviewed. */
export function TakeoverReason({ what, value, onChange, isAsked }: TakeoverReasonProps) {
  return (
    <div className="max-w-reading border border-no-go">
      <span className="hazard block h-2" aria-hidden="true" />
      <div className="flex flex-col gap-4 px-4 py-3">
        <p className="text-sm">
          <strong className="font-semibold">{what} although checks fail.</strong> Each is an
          override: it names its checks in the log, stands as a banner over its toggle, and stays
          open until a second person has reviewed it.
        </p>
        <LoggedArea
          label="Why they are taken over all the same"
          description="In words of your own; the reviewer reads this."
          rows={2}
          required
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={isAsked ? (overrideReasonFault(value) ?? undefined) : undefined}
        />
      </div>
    </div>
  )
}
