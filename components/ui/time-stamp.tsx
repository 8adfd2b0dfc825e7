'use client'

import { useEffect, useState } from 'react'
import { classNames } from './class-names.ts'
import { exactWords, relativeWords } from './time-words.ts'

type TimeStampProps = {
  /** ISO 8601. */
  at: string
  /** Which edge of the words the exact time is laid over; "end" in a last column. */
  align?: 'start' | 'end'
}

/**
 * How long ago, kept current. The exact moment in UTC is laid over it under the pointer and on
 * focus, and is what gets printed.
 */
export function TimeStamp({ at, align = 'start' }: TimeStampProps) {
  const [, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((count) => count + 1), 30_000)
    return () => clearInterval(timer)
  }, [])

  const moment = new Date(at)
  const reachable = { tabIndex: 0 }
  return (
    <time dateTime={at} {...reachable} className="time-stamp">
      {/* The clock of the server and of the browser differ: the browser's words win at the next tick. */}
      <span suppressHydrationWarning className="print:hidden">
        {relativeWords(moment, new Date())}
      </span>
      <span className={classNames('exact', align === 'end' ? 'right-0' : 'left-0')}>
        {exactWords(moment)}
      </span>
    </time>
  )
}
