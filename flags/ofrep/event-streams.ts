import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Doorkeeper } from '../admit.ts'
import type { KnownToken } from '../prepare-rules.ts'
import { respond } from '../respond.ts'

/** Where a browser listens for changes. */
export const EVENTS = '/ofrep/v1/events'

/** Seconds after which a client in the background may close its stream. */
const INACTIVITY_SECONDS = 120

/** Bytes that a slow listener may lag behind before it is let go; it reconnects by itself. */
const MOST_UNSENT = 64 * 1024

/** How many listeners are written to before other requests get their turn. */
const BATCH = 250

const REFETCH = 'data: {"type":"refetchEvaluation"}\n\n'

/**
 * What a bulk answer says of the stream, in JSON: the client puts its own origin in front. A ticket
 * is made of letters that need no escaping.
 */
export function eventStreamJson(ticket: string): string {
  const endpoint = `{"requestUri":"${EVENTS}?ticket=${ticket}"}`
  return `{"type":"sse","endpoint":${endpoint},"inactivityDelaySec":${INACTIVITY_SECONDS}}`
}

interface Listener {
  readonly token: KnownToken
  readonly response: ServerResponse
}

/** The open event streams of a process. */
export interface EventStreams {
  readonly open: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined
  /** Keeps connections alive and closes those whose token has ended; call every half minute. */
  readonly tend: () => void
  readonly count: () => number
  readonly closeAll: () => void
}

/**
 * Serves `GET /ofrep/v1/events?ticket=…`. Each stream begins with a request to refetch, because a
 * client that reconnects does not know what it missed; then one for each change of its environment.
 * The address of the evaluation stays as it is, so no browser needs a new preflight for it.
 */
export function eventStreams(door: Doorkeeper, most: number): EventStreams {
  const listeners = new Set<Listener>()
  const isStillGood = ({ token }: Listener): boolean =>
    door.source.tokenByTicket(token.ticket) !== null && token.expiresAt > door.now()

  const write = (listener: Listener, text: string): void => {
    if (listener.response.writableLength > MOST_UNSENT) listener.response.destroy()
    else listener.response.write(text)
  }

  const tell = (all: readonly Listener[], from = 0): void => {
    for (const listener of all.slice(from, from + BATCH)) write(listener, REFETCH)
    if (from + BATCH < all.length) setImmediate(tell, all, from + BATCH)
  }

  const dropEnded = (): void => {
    for (const listener of listeners) if (!isStillGood(listener)) listener.response.end()
  }

  door.source.onChange((environments) => {
    dropEnded()
    tell([...listeners].filter(({ token }) => environments.includes(token.environment ?? '')))
  })

  return {
    open(request, reply) {
      const ticket = new URLSearchParams(request.originalUrl.split('?')[1]).get('ticket') ?? ''
      const token = door.source.tokenByTicket(ticket)
      const fail = (status: number, errorDetails: string): FastifyReply =>
        respond(reply, status, JSON.stringify({ errorCode: 'GENERAL', errorDetails }))
      if (token === null || token.environment === null || token.expiresAt <= door.now()) {
        return fail(401, 'This event stream is unknown or has ended.')
      }
      if (listeners.size >= most) {
        reply.header('retry-after', 5)
        return fail(503, 'Too many event streams are open here.')
      }
      reply.hijack()
      const response = reply.raw
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) response.setHeader(name, value)
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const listener = { token, response }
      listeners.add(listener)
      response.on('close', () => listeners.delete(listener))
      response.on('error', () => listeners.delete(listener))
      response.write(REFETCH)
      return undefined
    },
    tend() {
      dropEnded()
      for (const listener of listeners) write(listener, ': still here\n\n')
    },
    count: () => listeners.size,
    closeAll() {
      for (const { response } of listeners) response.end()
    },
  }
}
