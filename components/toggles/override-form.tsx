'use client'

import { useState } from 'react'
import type { CheckResult } from '../../domain/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { checkName } from './check-list.tsx'

type OverrideFormProps = {
  failed: readonly CheckResult[]
  /** What goes ahead: "Widen production to 25 %". */
  action: string
  pending: boolean
  onOverride: (why: string) => void
}

const least = 10

/** Going ahead although checks fail: loud, with its own reason, and open until it is reviewed. */
export function OverrideForm({ failed, action, pending, onOverride }: OverrideFormProps) {
  const [why, setWhy] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isShort = why.trim().length < least

  function go() {
    setAsked(true)
    if (!isShort) onOverride(why.trim())
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
            <TextArea
              label="Why the checks are passed over"
              description={`At least ${least} characters; the reviewer reads this.`}
              rows={2}
              required
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              error={
                isAsked && isShort
                  ? `Say in at least ${least} characters why the checks are passed over.`
                  : undefined
              }
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
