'use client'

import { useSyncExternalStore } from 'react'
import { announcements } from './announcements.ts'

/** Once a page, from the start: reads out what `announce` is given, without moving focus. */
export function LiveRegion() {
  const words = useSyncExternalStore(announcements.subscribe, announcements.read, () => '')
  return (
    <p aria-live="polite" aria-atomic="true" className="sr-only">
      {words}
    </p>
  )
}
