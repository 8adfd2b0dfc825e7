'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { announce } from '../shell/announcements.ts'
import { isRefreshHeld } from './held-refresh.ts'

const TOGETHER_MS = 150

/** A meeting has a stream of its own: a page drawn anew for each vote would only be in its way. */
const LIVE_BY_ITSELF = /^\/plans\/[^/]+\/roll-call$/

type LiveRefreshProps = {
  /** The newest entry of the log when the page was drawn, or before. */
  newest: number
}

/**
 * Draws the page anew when the log moves: others' flips, votes and edits appear without a reload, also
 * those made between its drawing and the first word of the stream, or while that was broken off.
 */
export function LiveRefresh({ newest }: LiveRefreshProps) {
  const router = useRouter()
  const seen = useRef(newest)
  const isLiveByItself = LIVE_BY_ITSELF.test(usePathname())
  useEffect(() => {
    if (isLiveByItself) return
    const events = new EventSource('/api/v1/live')
    let pending: ReturnType<typeof setTimeout> | undefined
    events.addEventListener('sealed', ({ data }: MessageEvent<string>) => {
      if (Number(data) <= seen.current) return
      seen.current = Number(data)
      clearTimeout(pending)
      pending = setTimeout(() => {
        if (isRefreshHeld()) return
        router.refresh()
        announce('Something changed just now, and this page shows it.')
      }, TOGETHER_MS)
    })
    return () => {
      clearTimeout(pending)
      events.close()
    }
  }, [router, isLiveByItself])
  return null
}
