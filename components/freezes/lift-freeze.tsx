'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toast-queue.ts'

type LiftFreezeProps = { id: string; reason: string; comesAgain: boolean }

/** Lifts a freeze, after saying what that does. */
export function LiftFreeze({ id, reason, comesAgain }: LiftFreezeProps) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const { pending, problem, act } = useAct()

  function lift() {
    void act(true, async () => {
      await callApi('DELETE', `/freezes/${id}`)
      showToast({ tone: 'success', title: 'The freeze is lifted' })
      setOpen(false)
      router.refresh()
    })
  }

  return (
    <>
      <Button size="small" aria-label={`Lift the freeze “${reason}”`} onClick={() => setOpen(true)}>
        Lift
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Lift the freeze"
        role="alertdialog"
        footer={
          <>
            <Button variant="primary" pending={pending !== null} onClick={lift}>
              Lift the freeze
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Keep it
            </Button>
          </>
        }
      >
        <p className="text-sm">
          “{reason}” no longer holds anything
          {comesAgain ? ', now and at every window to come' : ''}. It stays in the log.
        </p>
        {problem && <ApiProblemNote problem={problem} />}
      </Dialog>
    </>
  )
}
