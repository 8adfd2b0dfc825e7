'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** How an incident was resolved, which takes its banner away. */
export function ResolveIncident({ toggle, id }: { toggle: string; id: string }) {
  const router = useRouter()
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  const isMissing = isAsked && note.trim() === ''

  function resolve(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (note.trim() === '') return
    void act(true, async () => {
      const path = `/toggles/${encodeURIComponent(toggle)}/incidents/${id}/resolution`
      await callApi('POST', path, { body: { note: note.trim() } })
      showToast({ tone: 'success', title: 'The incident is resolved' })
      router.refresh()
    })
  }

  return (
    <Disclosure summary="Resolve it">
      <form onSubmit={resolve} className="flex max-w-reading flex-col gap-4" noValidate>
        <LoggedArea
          label="How it was resolved"
          rows={2}
          required
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={isMissing ? 'Say how it was resolved.' : fieldError(problem, 'note')}
        />
        {problem && <ApiProblemNote problem={problem} shown={['note']} />}
        <div>
          <Button type="submit" variant="primary" pending={pending !== null}>
            Resolve the incident
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
