'use client'

import { useEffect, useState } from 'react'
import type { CalloutTone } from './callout.tsx'
import { CloseButton } from './close-button.tsx'
import { Mark, type MarkName } from './mark.tsx'
import type { Toast } from './toast-queue.ts'

const marks: Record<CalloutTone, MarkName> = {
  info: 'info',
  success: 'go',
  warning: 'warning',
  danger: 'danger',
}

const readingTime = 8_000

type ToastCardProps = { toast: Toast; onClose: () => void }

/** Goes by itself only when nothing can be done with it, and never under a pointer or with focus. */
export function ToastCard({ toast, onClose }: ToastCardProps) {
  const [held, setHeld] = useState(false)
  const stays = held || Boolean(toast.action) || toast.tone === 'danger'

  useEffect(() => {
    if (stays) return
    const timer = setTimeout(onClose, readingTime)
    return () => clearTimeout(timer)
  }, [stays, onClose])

  function act() {
    toast.action?.onPress()
    onClose()
  }

  return (
    <article
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="toast flex items-start gap-3 rounded-lg border border-transparent bg-loud px-4 py-3 text-sm text-on-loud shadow-lg"
    >
      <span className="mt-0.5">
        <Mark name={marks[toast.tone ?? 'info']} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-3 gap-y-2">
        <div className="flex min-w-40 flex-1 flex-col gap-0.5">
          <p className="font-semibold">{toast.title}</p>
          {toast.detail && <p>{toast.detail}</p>}
        </div>
        {toast.action && (
          <button
            type="button"
            onClick={act}
            className="min-h-7 cursor-pointer rounded-md border border-current px-2.5 font-semibold hover:underline"
          >
            {toast.action.label}
          </button>
        )}
      </div>
      <CloseButton onClick={onClose} label={`Dismiss: ${toast.title}`} inherit />
    </article>
  )
}
