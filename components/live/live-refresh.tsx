'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announce } from '../shell/announcements.ts'
import { isRefreshHeld } from './held-refresh.ts'

const TOGETHER_MS = 150

/** A meeting has a stream of its own: a page drawn anew for each vote would only be in its way. */
const LIVE_BY_ITSELF = /^\/plans\/[^/]+\/roll-call$/

/** Draws the page anew when the log moves: others' flips, votes and edits appear without a reload. */
export function LiveRefresh() {
  const router = useRouter()
  const isLiveByItself = LIVE_BY_ITSELF.test(usePathname())
  useEffect(() => {
    if (isLiveByItself) return
    const events = new EventSource('/api/v1/live')
    let pending: ReturnType<typeof setTimeout> | undefined
    let last: string | null = null
    events.addEventListener('sealed', ({ data }: MessageEvent<string>) => {
      const isFirst = last === null
      if (data === last) return
      last = data
      if (isFirst) return
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
