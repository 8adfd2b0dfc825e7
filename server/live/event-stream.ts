const PING_MS = 20_000

interface EventStream {
  /** How long a client waits before it connects anew, in milliseconds. */
  readonly retryMs: number
  /** When the stream ends by itself, in milliseconds; the client then asks anew, and is asked who it is. */
  readonly endsAfterMs?: number
  /** Begins to send; gives back what ends it. `data` is on one line. */
  readonly begin: (send: (event: string, data: string) => void) => () => void
}

/** Server-sent events, with a comment now and then that keeps proxies from closing a quiet stream. */
export function eventStream({ retryMs, endsAfterMs, begin }: EventStream): Response {
  let stop = (): void => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      write(`retry: ${retryMs}\n\n`)
      const end = begin((event, data) => write(`event: ${event}\ndata: ${data}\n\n`))
      const ping = setInterval(() => write(': still here\n\n'), PING_MS)
      const last =
        endsAfterMs === undefined
          ? undefined
          : setTimeout(() => {
              stop()
              controller.close()
            }, endsAfterMs)
      stop = () => {
        clearInterval(ping)
        clearTimeout(last)
        end()
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
