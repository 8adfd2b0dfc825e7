'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { type ApiProblem, fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { bodyOf, type FreezeDraft } from './freeze-draft.ts'
import { FreezePlaceFields } from './freeze-place-fields.tsx'
import { FreezeTimeFields } from './freeze-time-fields.tsx'
import type { FreezeChoices } from './freeze-view.ts'

type FreezeFormProps = {
  /** The freeze to change, none for a new one. */
  freeze?: { readonly id: string; readonly version: number }
  start: FreezeDraft
  choices: FreezeChoices
  onDone: () => void
}

const SHOWN = [
  'starts_at',
  'ends_at',
  'recurrence.rule',
  'recurrence.time_zone',
  'environments',
  'team',
  'reason',
]

/** When, where, over whom and why; a new freeze or one to change. */
export function FreezeForm({ freeze, start, choices, onDone }: FreezeFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(start)
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  const [unread, setUnread] = useState<ApiProblem | null>(null)
  const change = (part: Partial<FreezeDraft>) => setDraft((now) => ({ ...now, ...part }))
  const errorOf = (path: string) => fieldError(unread ?? problem, path)

  function send(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    const body = readDraft()
    if (!body) return
    void act(true, async () => {
      if (freeze) {
        const expected_version = freeze.version
        await callApi('PATCH', `/freezes/${freeze.id}`, { body: { ...body, expected_version } })
      } else await callApi('POST', '/freezes', { body })
      showToast({ tone: 'success', title: freeze ? 'The freeze is changed' : 'The freeze is set' })
      onDone()
      router.refresh()
    })
  }

  function readDraft() {
    const missing = [
      ...(draft.from === '' ? [{ path: 'starts_at', message: 'Say when it begins.' }] : []),
      ...(draft.to === '' ? [{ path: 'ends_at', message: 'Say when it ends.' }] : []),
      ...(draft.reason.trim() === '' ? [{ path: 'reason', message: 'Say why.' }] : []),
    ]
    try {
      const body = missing.length === 0 ? bodyOf(draft) : null
      setUnread(missing.length === 0 ? null : notUnderstood(missing))
      return body
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const message = 'is the name of a time zone, like America/New_York.'
      setUnread(notUnderstood([{ path: 'recurrence.time_zone', message }]))
      return null
    }
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-5" noValidate>
      <FreezeTimeFields draft={draft} onChange={change} errorOf={errorOf} />
      <FreezePlaceFields draft={draft} choices={choices} onChange={change} errorOf={errorOf} />
      <Checkbox
        label="An override may pass it"
        description="Without this nobody widens while it stands, whatever their reason."
        checked={draft.overrideAllowed}
        onChange={(event) => change({ overrideAllowed: event.currentTarget.checked })}
      />
      <LoggedArea
        label="Reason"
        description="Everybody who is held by it reads this."
        rows={2}
        required
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={errorOf('reason')}
      />
      {isAsked && problem && !unread && <ApiProblemNote problem={problem} shown={SHOWN} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={pending !== null}>
          {freeze ? 'Change the freeze' : 'Set the freeze'}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function notUnderstood(fields: ApiProblem['fields']): ApiProblem {
  const nothing = { checks: [], missing: [], status: 400 }
  return { code: 'invalid', title: 'Not understood', detail: '', fields, ...nothing }
}
