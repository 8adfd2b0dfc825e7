'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** One button that holds every widening everywhere, with its reason. */
export function StopTheLine({ releasedBy }: { releasedBy: string }) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  const isMissing = isAsked && reason.trim() === ''

  function stop(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() === '') return
    void act(true, async () => {
      await callApi('POST', '/stop-the-line', { body: { reason: reason.trim() } })
      showToast({ tone: 'warning', title: 'The line is stopped' })
      setOpen(false)
      router.refresh()
    })
  }

  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Stop the line
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Stop the line">
        <form onSubmit={stop} className="flex flex-col gap-4" noValidate>
          <p className="text-sm">
            At once nothing widens in any protected environment, for anybody, by override neither.
            Narrowing and rolling back stay open. Only {releasedBy} can release it.
          </p>
          <LoggedArea
            label="Reason"
            description="Stands at the top of every page."
            rows={2}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isMissing ? 'Say why the line is stopped.' : fieldError(problem, 'reason')}
          />
          {problem && <ApiProblemNote problem={problem} shown={['reason']} />}
          <div className="flex gap-2">
            <Button type="submit" variant="danger" pending={pending !== null}>
              Stop everything that widens
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
