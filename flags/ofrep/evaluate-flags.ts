import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { EvaluationContext } from '../../domain/toggle/evaluation-context.ts'
import { type Admitted, admit, type Doorkeeper } from '../admit.ts'
import { readText } from '../read-text.ts'
import { isJsonType, isUnchanged, respond, tellAge, tellRefusal } from '../respond.ts'
import { answersOf } from './answers.ts'
import { eventStreamAddress } from './event-streams.ts'
import { type Chance, readContext } from './read-context.ts'

/** `POST /ofrep/v1/evaluate/flags`: every toggle of the environment for one context. */
export function evaluateFlags(door: Doorkeeper, chance: Chance) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const fail = (status: number, errorCode: string, errorDetails: string): FastifyReply =>
      respond(reply, status, JSON.stringify({ errorCode, errorDetails }))

    const admission = admit(door, request.headers)
    if ('status' in admission) {
      tellRefusal(reply, admission)
      return fail(admission.status, 'GENERAL', admission.detail)
    }
    tellAge(reply, door.source, door.now())
    if (!isJsonType(request.headers['content-type'])) {
      return fail(415, 'PARSE_ERROR', 'The content type is not application/json.')
    }
    const body = readText(request.body)
    const context = readContext(body, chance)
    if ('errorCode' in context) return fail(400, context.errorCode, context.errorDetails)
    const etag = etagOf(admission, context, body ?? '')
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return respond(reply, 200, everyFlag(admission, context))
  }
}

/**
 * The tag covers the rules and the whole context as it was sent, because a client keeps its tag
 * when another attribute changes; and what the clock decides, which changes while both stand still.
 * Dice do not count: they would change it at every asking.
 */
function etagOf({ rules, token }: Admitted, context: EvaluationContext, body: string): string {
  const byClock = rules.clocked.map((toggle) => toggle.ask(context) ?? '-').join()
  const all = `${rules.fingerprint}\n${token?.ticket ?? ''}\n${byClock}\n${body}`
  return `"${hash('sha256', all, 'base64url').slice(0, 27)}"`
}

function everyFlag({ rules, token }: Admitted, context: EvaluationContext): string {
  let flags = ''
  for (const ask of answersOf(rules).values()) {
    flags += flags === '' ? ask(context).json : `,${ask(context).json}`
  }
  const streams = token === null ? [] : [eventStreamAddress(token.ticket)]
  return `{"flags":[${flags}],"eventStreams":${JSON.stringify(streams)}}`
}
