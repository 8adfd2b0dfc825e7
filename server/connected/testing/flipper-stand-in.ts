import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FlipperFeatures } from './flipper-features.ts'

/** What goes wrong with one request; the first of the list is taken by the next one that it is for. */
export interface Fault {
  /** Which requests: "POST", "GET /features"; any without it. */
  readonly on?: string
  /** Answered with this instead; with `done`, after it did what was asked. */
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly done?: boolean
  /** Holds the answer until this is over; what was asked is done before or after, as `done` says. */
  readonly until?: Promise<unknown>
  /** Breaks the connection off without an answer. */
  readonly drop?: boolean
}

/** A Flipper server that answers as the recorded one did, with faults at will. */
export interface FlipperStandIn {
  readonly address: string
  readonly flipper: FlipperFeatures
  /** What came, in order: "POST /features/x/boolean {}". */
  readonly requests: string[]
  readonly faults: Fault[]
  /** Called before each request is done. */
  onRequest: (what: string) => void
  /** What Authorization must say; null for anything. */
  authorization: string | null
  readonly stop: () => Promise<void>
}

/** Opens one on a free port of this machine. */
export async function openFlipper(): Promise<FlipperStandIn> {
  const flipper = new FlipperFeatures()
  const requests: string[] = []
  const faults: Fault[] = []
  const server = createServer((request, response) => void take(request, response))
  const standIn: { -readonly [K in keyof FlipperStandIn]: FlipperStandIn[K] } = {
    address: '',
    flipper,
    requests,
    faults,
    onRequest: () => undefined,
    authorization: null,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString('utf8')
    const { method: verb = '', url = '/' } = request
    const what = `${verb} ${url}${body === '' ? '' : ` ${body}`}`
    requests.push(what)
    standIn.onRequest(what)
    const index = faults.findIndex(({ on = '' }) => what.startsWith(on))
    const [fault] = index < 0 ? [] : faults.splice(index, 1)
    if (fault?.until !== undefined && fault.done !== true) await fault.until
    if (fault?.drop === true && fault.done !== true) return void request.socket.destroy()
    const said = standIn.authorization
    if (said !== null && request.headers.authorization !== said) {
      return void send(response, 401, '{}')
    }
    const isAnsweredInstead = fault?.status !== undefined && fault.done !== true
    const answer = isAnsweredInstead ? null : done(request, body)
    if (fault?.until !== undefined && fault.done === true) await fault.until
    if (fault?.drop === true) return void request.socket.destroy()
    if (fault?.status !== undefined || answer === null) {
      return void send(response, fault?.status ?? 500, fault?.body ?? '{}', fault?.headers)
    }
    send(response, answer.status, answer.body === null ? '' : JSON.stringify(answer.body))
  }

  function done({ method: verb = '', url = '/', headers }: IncomingMessage, body: string) {
    const { pathname: path, searchParams: query } = new URL(url, 'http://flipper')
    try {
      return flipper.answer({ verb, path, query, type: headers['content-type'] ?? '', body })
    } catch {
      // What the gem raises, its web server answers with 500.
      return { status: 500, body: {} }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  standIn.address = `http://127.0.0.1:${port}`
  return standIn
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(status === 204 ? undefined : body)
}
