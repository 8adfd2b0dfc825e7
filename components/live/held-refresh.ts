'use client'

import { useSyncExternalStore } from 'react'

// A page that somebody reads from top to bottom may hold what redraws it; leaving it lets go.
let isHeld = false
const listeners = new Set<() => void>()

/** Holds the redrawing of the page when the log moves, or lets it go on. */
export function holdRefresh(held: boolean): void {
  isHeld = held
  for (const listener of listeners) listener()
}

/** Whether the page is held now, for what would redraw it. */
export function isRefreshHeld(): boolean {
  return isHeld
}

/** The same, for what shows it. */
export function useRefreshHeld(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isRefreshHeld,
    () => false,
  )
}
