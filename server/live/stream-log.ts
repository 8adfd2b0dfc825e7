import { eventStream } from './event-stream.ts'
import { watchLog } from './watch-log.ts'

/** Server-sent events: one `sealed` with the log's newest number now, and one each time it moves. */
export function streamLog(): Response {
  return eventStream({
    retryMs: 2000,
    begin: (send) => watchLog((seq) => send('sealed', String(seq))),
  })
}
