import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answered, type Answerer, whole } from './exchange.ts'
import { readText } from './read-text.ts'

/** What the fast path answers, and what it tells of it. */
export interface FastPath {
  /** The answerer of a POST to an address, or null when the framework is to answer it. */
  readonly find: (url: string) => Answerer | null
  readonly largestBody: number
  readonly tooLarge: (url: string) => Answered
  readonly failed: (url: string, error: unknown) => Answered
  /** Headers that go with every answer, names and values in turn. */
  readonly headers: (origin: string | undefined) => readonly string[]
  readonly answered: (url: string, status: number, startedAt: number) => void
  readonly isClosing: () => boolean
}

/**
 * Serves evaluations straight from Node's server: they come millions to one of anything else, and
 * the framework takes longer to pass one on than it takes to answer. It gives the same answers,
 * since the answerers are the same; whatever else comes is the framework's.
 */
export function fastPath(
  path: FastPath,
  otherwise: (request: IncomingMessage, response: ServerResponse) => void,
) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/'
    const answerer = request.method === 'POST' ? path.find(url) : null
    if (answerer === null) {
      otherwise(request, response)
      return
    }
    const startedAt = performance.now()
    const send = (answer: Answered, more: readonly string[] = []): void => {
      const { status, headers } = answer
      const json = whole(answer)
      const all = [...path.headers(request.headers.origin), ...headers, ...more]
      if (json !== null) all.push('content-length', String(json.length))
      if (path.isClosing()) all.push('connection', 'close')
      response.writeHead(status, all)
      response.end(json ?? undefined, 'latin1')
      path.answered(url, status, startedAt)
    }

    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= path.largestBody) chunks.push(chunk)
      else if (!response.headersSent) send(path.tooLarge(url), ['connection', 'close'])
    })
    request.on('end', () => {
      if (response.headersSent) return
      const [only] = chunks
      const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
      let answer: Answered
      try {
        answer = answerer({ url, headers: request.headers, body: readText(body) || null })
      } catch (error) {
        answer = path.failed(url, error)
      }
      send(answer)
    })
    // A client that goes away in the middle needs no answer, and must not end the process.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
  }
}
