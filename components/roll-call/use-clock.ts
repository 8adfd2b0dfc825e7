'use client'

import { useEffect, useState } from 'react'

/**
 * The server's time, a tick a second while `runs`: the same on every screen, however wrong a
 * screen's own clock is. Before the first tick it is the moment at which the page was read.
 */
export function useClock(readAt: string, aheadMs: number, runs: boolean): number {
  const [now, setNow] = useState(() => Date.parse(readAt))
  useEffect(() => {
    const tick = () => setNow(Date.now() + aheadMs)
    tick()
    if (!runs) return
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [aheadMs, runs])
  return now
}
