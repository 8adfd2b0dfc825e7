'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'

/** Lets an environment widen again that a guard held, with the reason. */
export function ReleaseHold({ id, environment }: { id: string; environment: string }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [reason, setReason] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    void act(true, async () => {
      await callApi('POST', `/holds/${id}/release`, { body: { reason } })
      router.refresh()
    })
  }

  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap items-end gap-2">
      <LoggedField
        label="Why it may go on"
        required
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" pending={pending !== null}>
        Release the hold on {environment}
      </Button>
      {problem && <ApiProblemNote problem={problem} />}
    </form>
  )
}
