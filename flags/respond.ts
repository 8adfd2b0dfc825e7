import type { FastifyReply } from 'fastify'
import { type NotAdmitted, refusalHeaders } from './admit.ts'
import { type Answered, ageHeaders, whole } from './exchange.ts'
import type { RuleBook } from './rule-book.ts'

/** Answers with JSON that is already written. */
export function respond(reply: FastifyReply, status: number, json: string): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(json)
}

/** Sends an answer through the framework. */
export function sendAnswer(reply: FastifyReply, answer: Answered): FastifyReply {
  const { status, headers } = answer
  const json = whole(answer)
  setHeaders(reply, headers)
  return json === null ? reply.code(status).send() : reply.code(status).send(json)
}

/** Sets headers given as names and values in turn. */
export function setHeaders(reply: FastifyReply, headers: readonly string[]): void {
  for (let i = 0; i < headers.length; i += 2) reply.header(headers[i] ?? '', headers[i + 1] ?? '')
}

/** Says as of which audit entry the rules are, and how many seconds ago that was known. */
export function tellAge(reply: FastifyReply, source: RuleBook, now: number): void {
  setHeaders(reply, ageHeaders(source, now))
}

/** Sets what belongs to a refusal at the door; the body is the protocol's own. */
export function tellRefusal(reply: FastifyReply, refusal: NotAdmitted): void {
  setHeaders(reply, refusalHeaders(refusal))
}

/** Whether a Content-Type header names JSON: `application/json` or `…+json`, with any charset. */
export function isJsonType(type: string | undefined): boolean {
  if (type === undefined) return false
  if (type === 'application/json') return true
  const end = type.indexOf(';')
  const media = (end === -1 ? type : type.slice(0, end)).trim().toLowerCase()
  return media === 'application/json' || media.endsWith('+json')
}

/** Whether an If-None-Match header holds this entity tag, compared weakly, or is `*`. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
