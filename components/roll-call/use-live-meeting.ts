'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import useSWR from 'swr'
import { meetingNews } from '../../domain/roll-call/meeting-news.ts'
import { readApi } from '../api/call-api.ts'
import { announce } from '../shell/announcements.ts'
import type { ShownMeeting } from './shown-round.ts'

interface News {
  readonly words: string
  readonly at: string
}

interface LiveMeeting {
  readonly meeting: ShownMeeting
  /** How far the server's clock is ahead of this one's, in milliseconds. */
  readonly aheadMs: number
  /** What happened last while this page was open. */
  readonly news: News | null
  /** Whether the page hears of changes at the moment. */
  readonly isLive: boolean
  /** Takes what an answer says of the meeting before the stream tells it. */
  readonly take: (change: (meeting: ShownMeeting) => ShownMeeting) => void
}

// The stream keeps it current; SWR keeps it once for everything on the page.
const STILL = { revalidateOnFocus: false, revalidateOnReconnect: false, revalidateIfStale: false }

/** A meeting as it stands at every moment; what happens in it is read out. */
export function useLiveMeeting(slug: string, first: ShownMeeting): LiveMeeting {
  const path = `/release-plans/${encodeURIComponent(slug)}/roll-calls/${first.round.id}/meeting`
  const { data = first, mutate } = useSWR<ShownMeeting>(path, readApi, {
    fallbackData: first,
    ...STILL,
  })
  const [aheadMs, setAheadMs] = useState(0)
  const [news, setNews] = useState<News | null>(null)
  const [isLive, setLive] = useState(true)
  const known = useRef(first)

  const hear = useCallback(
    (told: ShownMeeting) => {
      const happened = meetingNews(known.current, told).join(' ')
      if (happened !== '') {
        setNews({ words: happened, at: new Date().toISOString() })
        announce(happened)
      }
      known.current = told
      void mutate(told, { revalidate: false })
    },
    [mutate],
  )

  useEffect(() => {
    const events = new EventSource(`/api/v1${path}/live`)
    events.addEventListener('meeting', ({ data: json }: MessageEvent<string>) => {
      const told: ShownMeeting = JSON.parse(json)
      setAheadMs(Date.parse(told.at) - Date.now())
      setLive(true)
      hear(told)
    })
    events.addEventListener('error', () => setLive(false))
    events.addEventListener('open', () => setLive(true))
    return () => events.close()
  }, [path, hear])

  const take = (change: (meeting: ShownMeeting) => ShownMeeting) => hear(change(known.current))
  return { meeting: data, aheadMs, news, isLive, take }
}
