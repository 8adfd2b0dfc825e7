'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { FilterFields } from '../../domain/audit/entry-query.ts'
import { callApi } from '../api/call-api.ts'
import { holdRefresh, useRefreshHeld } from '../live/held-refresh.ts'
import { Button } from '../ui/button.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { searchOf } from './audit-query.ts'

type LiveTailProps = {
  fields: FilterFields
  /** The newest entry on the page; 0 where there is none. */
  newest: number
}

const MOST = 200

/**
 * The newest page follows the log by itself; this says so, and holds it still for somebody who reads.
 * While it is held, it counts what would be there.
 */
export function LiveTail({ fields, newest }: LiveTailProps) {
  const router = useRouter()
  const isHeld = useRefreshHeld()
  const [waiting, setWaiting] = useState(0)
  const filter = searchOf(fields).toString()

  useEffect(() => () => holdRefresh(false), [])

  useEffect(() => {
    if (!isHeld) return
    let isOver = false
    let questions = 0
    let answered = 0
    const events = new EventSource('/api/v1/live')
    events.addEventListener('sealed', async () => {
      questions += 1
      const asked = questions
      const path = `/audit?${filter}&after=${newest}&limit=${MOST}`
      const found = await callApi<{ entries: readonly unknown[] }>('GET', path).catch(() => null)
      // Answers may overtake each other: an older question's knows less.
      if (found && !isOver && asked > answered) {
        answered = asked
        setWaiting(found.entries.length)
      }
    })
    return () => {
      isOver = true
      events.close()
    }
  }, [isHeld, filter, newest])

  function goOn() {
    holdRefresh(false)
    setWaiting(0)
    router.refresh()
  }

  return (
    <div className="mb-4 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-1 text-sm print:hidden">
      {isHeld ? (
        <StatusMark status="waiting">Held still</StatusMark>
      ) : (
        <StatusMark status="go">Live</StatusMark>
      )}
      <p aria-live="polite" className="text-ink-soft">
        {isHeld ? waitingWords(waiting) : 'New entries appear here as they are written.'}
      </p>
      {isHeld ? (
        <Button size="small" onClick={goOn}>
          {waiting === 0 ? 'Go on' : `Show ${countWords(waiting)}`}
        </Button>
      ) : (
        <Button size="small" onClick={() => holdRefresh(true)}>
          Hold still
        </Button>
      )}
    </div>
  )
}

function waitingWords(waiting: number): string {
  return waiting === 0
    ? 'Nothing new that these filters let through.'
    : `${countWords(waiting)} since.`
}

function countWords(waiting: number): string {
  if (waiting >= MOST) return `${MOST} and more new entries`
  return waiting === 1 ? '1 new entry' : `${waiting} new entries`
}
