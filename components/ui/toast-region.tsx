'use client'

import { useSyncExternalStore } from 'react'
import { ToastCard } from './toast-card.tsx'
import { type Toast, toasts } from './toast-queue.ts'

const none: readonly Toast[] = []

/** Once a page, in its frame. Always present, so that what appears in it is read out. */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read, () => none)
  return (
    <section
      aria-label="Notifications"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end print:hidden"
    >
      <ol
        aria-live="polite"
        aria-relevant="additions"
        className="flex w-full max-w-md flex-col gap-2"
      >
        {shown.map((toast) => (
          <li key={toast.id} className="pointer-events-auto">
            <ToastCard toast={toast} onClose={() => toasts.close(toast.id)} />
          </li>
        ))}
      </ol>
    </section>
  )
}
