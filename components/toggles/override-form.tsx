'use client'

import { useState } from 'react'
import type { CheckResult } from '../../domain/refusal.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { isWebAddress, overrideReasonFault } from '../../domain/rollout/override-reason.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextField } from '../ui/text-field.tsx'
import { checkName } from './check-list.tsx'

type OverrideFormProps = {
  failed: readonly CheckResult[]
  /** What goes ahead: "Widen production to 25 %". */
  action: string
  pending: boolean
  onOverride: (why: OverrideInput) => void
}

/** Going ahead although checks fail: loud, with its own reason, and open until it is reviewed. */
export function OverrideForm({ failed, action, pending, onOverride }: OverrideFormProps) {
  const [why, setWhy] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [link, setLink] = useState('')
  const fault = overrideReasonFault(why)
  const isNoLink = link.trim() !== '' && !isWebAddress(link.trim())

  function go() {
    setAsked(true)
    if (fault !== null || isNoLink) return
    const linked = link.trim() === '' ? {} : { incident_link: link.trim() }
    onOverride({ reason: why.trim(), ...linked })
  }

  return (
    <div className="border border-no-go">
      <span className="hazard block h-2" aria-hidden="true" />
      <div className="px-4 py-2">
        <Disclosure summary="Override the checks">
          <div className="flex max-w-reading flex-col gap-4">
            <p className="text-sm">
              This goes ahead although{' '}
              <strong className="font-semibold">
                {failed.map(({ check }) => checkName(check).toLowerCase()).join(', ')}
              </strong>{' '}
              did not pass. It is written into the log as an override, stands as a banner over this
              toggle, and stays open until a second person has reviewed it.
            </p>
            <LoggedArea
              label="Why the checks are passed over"
              description="In words of your own; the reviewer reads this."
              rows={2}
              required
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              error={isAsked ? (fault ?? undefined) : undefined}
            />
            <TextField
              label="Link of the incident"
              optional
              type="url"
              value={link}
              onChange={(event) => setLink(event.currentTarget.value)}
              error={isAsked && isNoLink ? 'This is no address on the web.' : undefined}
            />
            <div>
              <Button variant="danger" pending={pending} onClick={go}>
                Override {failed.length} {failed.length === 1 ? 'check' : 'checks'}:{' '}
                {action.charAt(0).toLowerCase() + action.slice(1)}
              </Button>
            </div>
          </div>
        </Disclosure>
      </div>
    </div>
  )
}
