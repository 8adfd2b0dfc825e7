'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** The word that the log was read up to the entry that was the newest when the page was made. */
export function LogReviewForm({ upTo }: { upTo: number }) {
  const router = useRouter()
  const [note, setNote] = useState('')
  const { pending, problem, act } = useAct()
  const entry = upTo.toLocaleString('en-US')

  function review(event: FormEvent) {
    event.preventDefault()
    void act(true, async () => {
      const said = note.trim()
      await callApi('POST', '/audit/reviews', {
        body: { up_to: upTo, ...(said === '' ? {} : { note: said }) },
      })
      setNote('')
      showToast({ tone: 'success', title: `Your review up to entry ${entry} is in the log` })
      router.refresh()
    })
  }

  return (
    <form onSubmit={review} className="flex max-w-reading flex-col items-start gap-4">
      <LoggedArea
        label="Note"
        optional
        description="What you looked at, what is to be followed up."
        rows={3}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={fieldError(problem, 'note')}
      />
      {problem && <ApiProblemNote problem={problem} shown={['note']} />}
      <Button type="submit" variant="primary" pending={pending !== null}>
        I have read the log up to entry {entry}
      </Button>
    </form>
  )
}
