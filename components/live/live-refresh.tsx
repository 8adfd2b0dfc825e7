'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announce } from '../shell/announcements.ts'

const TOGETHER_MS = 150

/** Draws the page anew when the log moves: others' flips, votes and edits appear without a reload. */
export function LiveRefresh() {
  const router = useRouter()
  useEffect(() => {
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
        router.refresh()
        announce('Something changed just now, and this page shows it.')
      }, TOGETHER_MS)
    })
    return () => {
      clearTimeout(pending)
      events.close()
    }
  }, [router])
  return null
}
