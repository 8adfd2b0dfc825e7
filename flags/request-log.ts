/** Takes lines; they are written together, at the latest after a tenth of a second. */
export interface LineWriter {
  readonly write: (line: string) => void
  readonly flush: () => void
}

/**
 * Writes what became of requests as lines of JSON, without a value of any context. `route` and
 * `method` are our own words, which need no escaping; `ms` is how long the answer took.
 */
export function requestLines(): (
  now: number,
  route: string,
  method: string,
  status: number,
  ms: number,
) => string {
  let at = Number.NaN
  let written = ''
  return (now, route, method, status, ms) => {
    if (now !== at) written = new Date(now).toISOString()
    at = now
    const took = Math.round(ms * 1000) / 1000
    return `{"at":"${written}","route":"${route}","method":"${method}","status":${status},"ms":${took}}`
  }
}

const LARGEST_BATCH = 64 * 1024
const LATEST_MS = 100

/**
 * Collects lines for a stream, so that a thousand requests cost one write. When the reader of the
 * stream is slower than that, lines are dropped rather than memory filled; `dropped` lines say so.
 */
export function lineWriter(stream: NodeJS.WritableStream): LineWriter {
  let waiting = ''
  let dropped = 0
  let timer: NodeJS.Timeout | null = null

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting !== '') stream.write(waiting)
    waiting = ''
  }
  return {
    write(line) {
      if ('writableNeedDrain' in stream && stream.writableNeedDrain === true) {
        dropped += 1
        return
      }
      if (dropped > 0) waiting += `${JSON.stringify({ dropped })}\n`
      dropped = 0
      waiting += `${line}\n`
      if (waiting.length >= LARGEST_BATCH) flush()
      else timer ??= setTimeout(flush, LATEST_MS).unref()
    },
    flush,
  }
}
