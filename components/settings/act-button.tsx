'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import type { ButtonSize, ButtonVariant } from '../ui/button-look.ts'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toast-queue.ts'

type ActButtonProps = {
  method: 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1. */
  path: string
  body?: object
  /** What is said once it is done. */
  said: string
  /** What the button says. */
  children: ReactNode
  /** Asked before it is done: what it will do, as a sentence or two. */
  confirm?: { readonly title: string; readonly text: ReactNode; readonly act: string }
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A button that does one thing by our API, after asking where it cannot be undone. */
export function ActButton({ confirm, variant, size = 'small', children, ...call }: ActButtonProps) {
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const { pending, problem, act } = useAct()

  function send() {
    void act(true, async () => {
      await callApi(call.method, call.path, call.body ? { body: call.body } : {})
      setAsking(false)
      showToast({ tone: 'success', title: call.said })
      router.refresh()
    })
  }

  if (!confirm) {
    return (
      <>
        <Button
          size={size}
          variant={variant ?? 'secondary'}
          pending={pending !== null}
          onClick={send}
        >
          {children}
        </Button>
        {problem && <ApiProblemNote problem={problem} />}
      </>
    )
  }
  return (
    <>
      <Button size={size} variant={variant ?? 'secondary'} onClick={() => setAsking(true)}>
        {children}
      </Button>
      <Dialog
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={confirm.title}
        footer={
          <>
            <Button variant="danger" pending={pending !== null} onClick={send}>
              {confirm.act}
            </Button>
            <Button onClick={() => setAsking(false)}>Leave it</Button>
          </>
        }
      >
        <div className="flex flex-col gap-4 text-sm">
          <div>{confirm.text}</div>
          {problem && <ApiProblemNote problem={problem} />}
        </div>
      </Dialog>
    </>
  )
}
