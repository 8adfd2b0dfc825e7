import type { FastifyReply } from 'fastify'
import type { NotAdmitted } from './admit.ts'
import type { RuleBook } from './rule-book.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Answers with JSON that is already written. */
export function respond(reply: FastifyReply, status: number, json: string): FastifyReply {
  return reply.code(status).header('content-type', JSON_TYPE).send(json)
}

/** Says as of which audit entry the rules are, and how many seconds ago that was known. */
export function tellAge(reply: FastifyReply, source: RuleBook, now: number): void {
  reply.header('rollcall-version', source.version() ?? 0)
  reply.header('rollcall-age', Math.floor(source.ageAt(now) ?? 0))
}

/** Sets what belongs to a refusal at the door; the body is the protocol's own. */
export function tellRefusal(reply: FastifyReply, refusal: NotAdmitted): void {
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
  if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter)
}

/** Whether a Content-Type header names JSON: `application/json` or `…+json`, with any charset. */
export function isJsonType(type: string | undefined): boolean {
  if (type === undefined) return false
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
