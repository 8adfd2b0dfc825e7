import type { FastifyReply, FastifyRequest } from 'fastify'
import { FLIPPER } from './flipper/address.ts'
import { refuse, unknownAddress } from './flipper/errors.ts'
import { EVALUATE, keyInAddress } from './ofrep/evaluate-flag.ts'
import { respond } from './respond.ts'

/**
 * Answers a failure in the form that the client of that address understands. For an evaluation that
 * means a `key` and an `errorCode` in every body, else the client hides what went wrong.
 */
export function fail(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
): FastifyReply {
  const url = request.originalUrl
  if (isUnder(url, FLIPPER)) return refuse(reply, status, detail)
  if (!isUnder(url, '/ofrep')) {
    return respond(reply, status, JSON.stringify({ title: detail, status }))
  }
  const key = isUnder(url, `${EVALUATE}/`) ? { key: keyInAddress(url) } : {}
  const errorCode = status === 400 ? 'PARSE_ERROR' : 'GENERAL'
  return respond(reply, status, JSON.stringify({ ...key, errorCode, errorDetails: detail }))
}

/** Answers what nothing was found for: a wrong method with 405, a wrong address with 404. */
export function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const url = request.originalUrl
  if (isUnder(url, FLIPPER)) return unknownAddress(reply)
  if (isUnder(url, EVALUATE) && request.method !== 'POST') {
    reply.header('allow', 'POST')
    return fail(request, reply, 405, 'Evaluations are asked by POST.')
  }
  return fail(request, reply, 404, 'There is nothing at this address.')
}

/** The status of an error that is the client's, with a sentence; null when it is ours. */
export function clientError(error: unknown): { status: number; detail: string } | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  return { status, detail: DETAILS.get(status) ?? 'This request was not understood.' }
}

const DETAILS: ReadonlyMap<number, string> = new Map([
  [413, 'The body is larger than 256 kB.'],
  [415, 'The content type is not one that is understood here.'],
])

function isUnder(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false
  const next = url.charAt(prefix.length)
  return prefix.endsWith('/') || next === '' || next === '/' || next === '?'
}
