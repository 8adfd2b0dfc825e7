import type { FastifyReply, FastifyRequest } from 'fastify'
import { admit, type Doorkeeper } from '../admit.ts'
import { readText } from '../read-text.ts'
import { isJsonType, respond, tellAge, tellRefusal } from '../respond.ts'
import { answersOf } from './answers.ts'
import { type Chance, readContext } from './read-context.ts'

/** Where every evaluation lives; a key follows after a slash. */
export const EVALUATE = '/ofrep/v1/evaluate/flags'

/**
 * The key in the address of an evaluation: all that follows, slashes included, because the server
 * provider does not escape it; decoded once, because the web provider does. What cannot be decoded
 * was not escaped and is taken as it stands.
 */
export function keyInAddress(address: string): string {
  const query = address.indexOf('?')
  const raw = address.slice(EVALUATE.length + 1, query === -1 ? undefined : query)
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/**
 * `POST /ofrep/v1/evaluate/flags/{key}`. Every error body carries the `key`: without it the client
 * takes even a 404 for a foreign answer.
 */
export function evaluateFlag(door: Doorkeeper, chance: Chance) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const key = keyInAddress(request.originalUrl)
    const fail = (status: number, errorCode: string, errorDetails: string): FastifyReply =>
      respond(reply, status, JSON.stringify({ key, errorCode, errorDetails }))

    const admission = admit(door, request.headers)
    if ('status' in admission) {
      tellRefusal(reply, admission)
      return fail(admission.status, 'GENERAL', admission.detail)
    }
    tellAge(reply, door.source, door.now())
    if (!isJsonType(request.headers['content-type'])) {
      return fail(415, 'PARSE_ERROR', 'The content type is not application/json.')
    }
    const context = readContext(readText(request.body), chance)
    if ('errorCode' in context) return fail(400, context.errorCode, context.errorDetails)
    const ask = answersOf(admission.rules).get(key)
    if (ask === undefined) return fail(404, 'FLAG_NOT_FOUND', 'There is no toggle of this key.')
    const answer = ask(context)
    return respond(reply, answer.ok ? 200 : 400, answer.json)
  }
}
