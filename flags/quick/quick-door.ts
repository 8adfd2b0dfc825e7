import { isUtf8 } from 'node:buffer'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Answered, Answerer } from '../exchange.ts'
import { type QuickRequest, readRequest } from './read-request.ts'
import { answerWriter } from './write-answers.ts'

/** What the quick door answers, and what it tells of it. */
export interface QuickDoor {
  /** What the addresses begin with that are answered here. */
  readonly path: string
  /** The answerer of an address below `path`, or null when Node's server is to answer it. */
  readonly find: (url: string) => Answerer | null
  readonly failed: (url: string, error: unknown) => Answered
  /** Headers that go with every answer, names and values in turn. */
  readonly headers: (origin: string | undefined) => readonly string[]
  readonly answered: (url: string, status: number, startedAt: number) => void
  readonly now: () => number
  readonly keepAliveSeconds: number
}

/** The connections that the quick door holds. */
export interface QuickConnections {
  /** Takes a new connection; `toNode` gives it to Node's server, for good. */
  readonly take: (socket: Socket, toNode: (socket: Socket) => void) => void
  /** Ends what is idle or does not read its answers; call every few seconds. */
  readonly tend: () => void
  readonly close: () => void
}

/** What is left of some bytes: nothing, part of a request, what is not for here, or more answers. */
type Left = 'nothing' | 'unfinished' | 'other' | 'more'

interface Connection {
  readonly socket: Socket
  readonly toNode: (socket: Socket) => void
  /** Takes every listener off the socket again. */
  readonly release: () => void
  /** The bytes of a request that has not come whole, or of those that wait for answers to be read. */
  kept: Buffer | null
  before: QuickRequest | null
  /** Whether whole requests wait in what is kept. */
  hasMore: boolean
  /** When it last did something, in milliseconds as `performance` counts. */
  at: number
}

/** A request that has not come whole by then is left to Node's timeouts. */
const UNFINISHED_MS = 2000

/** How long somebody may take to read the last answers of a process that ends. */
const LAST_ANSWERS_MS = 2000

/** Answers to requests sent in a row are written in parts of this length. */
const PART = 256 * 1024

const CROSSES_ASCII = /[^\0-\x7f]/

/**
 * Answers evaluations on the connection itself. They come millions to one of anything else, in one
 * form, and Node's HTTP costs several times what the answer does. The first request on a connection
 * that is not of that form takes the connection to Node's server, with every byte that was read.
 */
export function quickDoor(door: QuickDoor): QuickConnections {
  const connections = new Set<Connection>()
  const writer = answerWriter()
  const tail = `connection: keep-alive\r\nkeep-alive: timeout=${door.keepAliveSeconds}\r\n`
  let second = 0
  let date = ''

  const dated = (): string => {
    const now = Math.floor(door.now() / 1000)
    if (now !== second) {
      second = now
      date = `date: ${new Date(now * 1000).toUTCString()}\r\n${tail}`
    }
    return date
  }

  const answer = (request: QuickRequest, answerer: Answerer, body: string | null): void => {
    const startedAt = performance.now()
    const { url, head } = request
    let given: Answered
    try {
      given = answerer({ url, headers: head.headers, body })
    } catch (error) {
      given = door.failed(url, error)
    }
    writer.add(headOf(given, door.headers(head.headers.origin), dated()))
    if (typeof given.json === 'string') writer.add(given.json)
    else if (given.json !== null) for (const piece of given.json) writer.add(piece)
    door.answered(url, given.status, startedAt)
  }

  /** Answers the whole requests in the bytes and keeps what is left; says why something is. */
  const read = (connection: Connection, bytes: Buffer): Left => {
    const text = bytes.toString('latin1')
    writer.begin()
    let from = 0
    let left: Left = 'nothing'
    while (from < text.length && left === 'nothing') {
      const found = readRequest(text, from, door.path, connection.before)
      const answerer = typeof found === 'string' ? null : door.find(found.url)
      if (typeof found === 'string') left = found
      else if (answerer === null) left = 'other'
      else {
        answer(found, answerer, bodyOf(bytes, text, found))
        connection.before = found
        from = found.end
        if (writer.length() > PART && from < text.length) left = 'more'
      }
    }
    connection.kept = left === 'nothing' ? null : from === 0 ? bytes : bytes.subarray(from)
    writer.send(connection.socket)
    return left
  }

  const work = (connection: Connection, bytes: Buffer, isSecondPart: boolean): void => {
    const { socket } = connection
    let left = read(connection, bytes)
    while (left === 'more' && connection.kept !== null && !socket.writableNeedDrain) {
      left = read(connection, connection.kept)
    }
    connection.hasMore = left === 'more'
    // Of a request in many parts Node's parser is the better reader.
    const isInParts = left === 'unfinished' && isSecondPart && connection.kept === bytes
    if (left === 'other' || isInParts) handOver(connection)
    else if (socket.writableNeedDrain) socket.pause()
    else if (socket.isPaused()) socket.resume()
  }

  const handOver = (connection: Connection): void => {
    const { socket, toNode, kept } = connection
    connections.delete(connection)
    connection.release()
    socket.pause()
    if (kept !== null) socket.unshift(kept)
    toNode(socket)
    socket.resume()
  }

  return {
    take(socket, toNode) {
      const listeners: Readonly<Record<string, (chunk: Buffer) => void>> = {
        data(chunk) {
          connection.at = performance.now()
          const { kept } = connection
          if (kept === null) work(connection, chunk, false)
          else work(connection, Buffer.concat([kept, chunk]), true)
        },
        // Who does not read its answers gets no more of them.
        drain() {
          connection.at = performance.now()
          const { kept, hasMore } = connection
          if (hasMore && kept !== null) work(connection, kept, false)
          else socket.resume()
        },
        // Whoever has said all is told that no more comes.
        end: () => socket.end(),
        close: () => connections.delete(connection),
        error: () => undefined,
      }
      const connection: Connection = {
        socket,
        toNode,
        release() {
          for (const [name, listener] of Object.entries(listeners)) socket.off(name, listener)
        },
        kept: null,
        before: null,
        hasMore: false,
        at: performance.now(),
      }
      connections.add(connection)
      for (const [name, listener] of Object.entries(listeners)) socket.on(name, listener)
    },
    tend() {
      const now = performance.now()
      for (const connection of connections) {
        const waited = now - connection.at
        if (waited > door.keepAliveSeconds * 1000) connection.socket.destroy()
        else if (connection.kept !== null && waited > UNFINISHED_MS) handOver(connection)
      }
    },
    close() {
      for (const { socket } of connections) {
        socket.end()
        setTimeout(() => socket.destroy(), LAST_ANSWERS_MS).unref()
      }
    },
  }
}

/** The text of a body; null when it is empty or not UTF-8. */
function bodyOf(bytes: Buffer, text: string, { bodyStart, end }: QuickRequest): string | null {
  if (end === bodyStart) return null
  const body = text.slice(bodyStart, end)
  if (!CROSSES_ASCII.test(body)) return body
  const part = bytes.subarray(bodyStart, end)
  return isUtf8(part) ? part.toString('utf8') : null
}

function headOf({ status, headers, json }: Answered, also: readonly string[], date: string) {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`
  for (let i = 0; i < also.length; i += 2) head += `${also[i]}: ${also[i + 1]}\r\n`
  for (let i = 0; i < headers.length; i += 2) head += `${headers[i]}: ${headers[i + 1]}\r\n`
  head += date
  return json === null ? `${head}\r\n` : `${head}content-length: ${lengthOf(json)}\r\n\r\n`
}

function lengthOf(json: string | readonly string[]): number {
  return typeof json === 'string'
    ? json.length
    : json.reduce((length, piece) => length + piece.length, 0)
}
