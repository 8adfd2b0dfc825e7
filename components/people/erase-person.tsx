'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { showToast } from '../ui/toast-queue.ts'

type ErasePersonProps = { id: string; name: string }

/** Erases a person for good, after saying what goes and what stays, with the reason. */
export function ErasePerson({ id, name }: ErasePersonProps) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { pending, problem, act } = useAct()

  function erase() {
    void act(true, async () => {
      await callApi('POST', `/people/${id}/erasure`, { body: { reason: reason.trim() } })
      showToast({ tone: 'success', title: 'The person is erased; the log says that, and why' })
      setOpen(false)
      router.refresh()
    })
  }

  return (
    <>
      <Button size="small" aria-label={`Erase ${name}`} onClick={() => setOpen(true)}>
        Erase
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Erase ${name}`}
        role="alertdialog"
        focus="inside"
        footer={
          <>
            <Button
              variant="primary"
              pending={pending !== null}
              reason={reason.trim() === '' ? 'Say why.' : undefined}
              onClick={erase}
            >
              Erase {name} for good
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Keep them
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3 text-sm">
          <p>
            Their name, addresses and what they wrote leave Rollcall. They can no longer sign in,
            and their tokens end. This cannot be taken back.
          </p>
          <p>
            What they did stays in the log, by “a person who was erased”, and the log still
            verifies. Plans keep their text; exports, backups and mail that left before keep what
            they hold.
          </p>
          <TextArea
            label="Why"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          {problem && <ApiProblemNote problem={problem} />}
        </div>
      </Dialog>
    </>
  )
}
