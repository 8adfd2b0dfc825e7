import { watchLog } from './watch-log.ts'

const PING_MS = 20_000

/** Server-sent events: one `sealed` with the log's newest number now, and one each time it moves. */
export function streamLog(): Response {
  let stop = (): void => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      send('retry: 2000\n\n')
      const unwatch = watchLog((seq) => send(`event: sealed\ndata: ${seq}\n\n`))
      // Keeps proxies from closing a quiet stream.
      const ping = setInterval(() => send(': still here\n\n'), PING_MS)
      stop = () => {
        clearInterval(ping)
        unwatch()
      }
    },
    cancel() {
      stop()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}
