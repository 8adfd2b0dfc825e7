'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** Retires a toggle; where that takes people out, what it says must be confirmed first. */
export function ArchiveToggle({ toggle }: { toggle: string }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [reason, setReason] = useState('')
  const isToConfirm = problem?.code === 'confirmation-needed'

  function submit(event: FormEvent) {
    event.preventDefault()
    void act(true, async () => {
      const body = { reason, confirmed: isToConfirm }
      await callApi('POST', `/toggles/${encodeURIComponent(toggle)}/archive`, { body })
      router.refresh()
    })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm text-ink-soft">
        An archived toggle lets nobody in and no longer changes. Its key is never used again.
      </p>
      <LoggedField
        label="Reason"
        required
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem && !isToConfirm && <ApiProblemNote problem={problem} />}
      {isToConfirm && (
        <Callout tone="danger" title="Somebody still relies on it" live>
          {problem.detail.replace(/ Repeat it with .*$/, '')}
        </Callout>
      )}
      <div>
        <Button type="submit" variant="danger" pending={pending !== null}>
          {isToConfirm ? `Archive ${toggle} all the same` : `Archive ${toggle}`}
        </Button>
      </div>
    </form>
  )
}
