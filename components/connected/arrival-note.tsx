'use client'

import useSWR from 'swr'
import { listed } from '../../domain/audit/phrases.ts'
import { readApi } from '../api/call-api.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { arrivedWords } from './arrived-words.ts'
import type { ArrivalView } from './connection-view.ts'

type ArrivalNoteProps = {
  /** Where the API tells it. */
  path: string
  arrival: ArrivalView
}

const WAITING_MS = 1000
const AT_REST_MS = 15_000

/** Whether what the page shows has truly arrived on the connected server; it looks by itself. */
export function ArrivalNote({ path, arrival: drawn }: ArrivalNoteProps) {
  const { data } = useSWR<{ arrival: ArrivalView | null }>(
    `${path}/arrival?of=${drawn.since}`,
    () => readApi(`${path}/arrival`),
    {
      fallbackData: { arrival: drawn },
      refreshInterval: (latest) => (latest?.arrival?.pending ? WAITING_MS : AT_REST_MS),
    },
  )
  const arrival = data?.arrival
  if (!arrival) return null
  const { server, pending, since, attempts, last_error, confirmed_at, withheld } = arrival
  return (
    <div className="flex flex-col gap-0.5 text-sm" role="status">
      {pending ? (
        <>
          <StatusMark status="waiting" className="flex-wrap whitespace-normal!">
            Not yet confirmed on {server}
          </StatusMark>
          <p className="text-ink-soft">
            Waiting since <TimeStamp at={since} />
            {attempts > 0 && `, tried ${attempts === 1 ? 'once' : `${attempts} times`}`}.{' '}
            {last_error && `${server} said last: ${last_error}`}
          </p>
        </>
      ) : (
        <StatusMark status="go" className="flex-wrap whitespace-normal!">
          {/* The clocks of the server and of the browser differ. */}
          <span suppressHydrationWarning>{arrivedWords(server, confirmed_at, new Date())}</span>
        </StatusMark>
      )}
      {withheld.length > 0 && (
        <p className="text-ink-soft">
          {server} cannot hold its {listed(withheld)}: it lets in fewer people there than here.
        </p>
      )}
    </div>
  )
}
