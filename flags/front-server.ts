import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type FastPath, fastPath } from './fast-path.ts'
import { quickDoor } from './quick/quick-door.ts'

/** What stands before the framework. */
export interface Front extends Omit<FastPath, 'isClosing'> {
  /** What the addresses of evaluations begin with. */
  readonly path: string
  readonly now: () => number
  /** Off: every connection is read by Node's parser. */
  readonly isQuick: boolean
}

/** The server that the framework sits on. */
export interface FrontServer {
  readonly create: (handler: (request: IncomingMessage, response: ServerResponse) => void) => Server
  /** Ends idle connections; those in the middle of an answer end after it. */
  readonly close: () => void
}

const REQUEST_MS = 30_000
const KEEP_ALIVE_SECONDS = 72
const TEND_MS = 1000

export const TIMES = { requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_SECONDS * 1000 }

/**
 * Node's server with two shorter ways in front of the framework for evaluations: the quick door,
 * which reads plain ones off the connection, and behind it the fast path, for those that took Node's
 * parser. All three give the same answers, since the answerers are the same.
 */
export function frontServer(front: Front): FrontServer {
  let isClosing = false
  const door = quickDoor({ ...front, keepAliveSeconds: KEEP_ALIVE_SECONDS })
  let tending: NodeJS.Timeout | null = null
  return {
    create(handler) {
      const server = createServer(
        TIMES,
        fastPath({ ...front, isClosing: () => isClosing }, handler),
      )
      if (!front.isQuick) return server
      const takers = server.listeners('connection')
      server.removeAllListeners('connection')
      const toNode = (socket: Socket): void => {
        for (const take of takers) take.call(server, socket)
      }
      server.on('connection', (socket: Socket) => door.take(socket, toNode))
      tending = setInterval(door.tend, TEND_MS).unref()
      return server
    },
    close() {
      isClosing = true
      if (tending !== null) clearInterval(tending)
      door.close()
    },
  }
}
