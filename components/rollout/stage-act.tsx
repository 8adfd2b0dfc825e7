'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { showToast } from '../ui/toast-queue.ts'

interface StageActProps {
  /** Below /api/v1. */
  path: string
  /** What the button says: "Pause Stage A". */
  action: string
  summary: string
  /** Why it is done, and the fewest characters that say it. */
  least: number
  more: object
}

/** One act on a stage that needs its reason: start, pause, resume, waive. */
export function StageAct({ path, action, summary, least, more }: StageActProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isShort = reason.trim().length < least

  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (isShort) return
    void act(true, async () => {
      await callApi('POST', path, { body: { ...more, reason: reason.trim() } })
      showToast({ tone: 'success', title: `Done: ${action}` })
      setReason('')
      setAsked(false)
      router.refresh()
    })
  }

  return (
    <Disclosure summary={summary}>
      <form onSubmit={submit} className="flex max-w-reading flex-col gap-3">
        <LoggedArea
          label="Reason"
          description="Kept in the log with your name."
          rows={2}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isAsked && isShort ? `Say why, in at least ${least} characters.` : undefined}
        />
        {problem && <ApiProblemNote problem={problem} />}
        <div>
          <Button type="submit" pending={pending !== null}>
            {action}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
