import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor, Origin } from '../domain/actor.ts'
import { Refused } from '../domain/refusal.ts'
import { identify } from './access/identify.ts'
import type { Operation } from './api/operation.ts'
import { databaseGone, statementTooLong, storageFull } from './database-failure.ts'
import { logFailure, logLine } from './log.ts'
import { countAnswer } from './metrics.ts'
import { problem, refusalProblem } from './problem.ts'
import { NotReadable, readBytes, readJson, readJsonIfAny, requireType } from './read-body.ts'
import { inSpan } from './span.ts'

type Handler = (
  request: Request,
  context: { params?: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

/**
 * The one wrapper of every API route: who is it → is the request well formed → run → answer. A
 * refusal becomes a problem document; anything else is a bug: logged with its request id, and
 * answered without a word of its inside.
 */
export function endpoint<P, Q, B>(operation: Operation<P, Q, B>): Handler {
  return async (request, context) => {
    const requestId = randomUUID()
    const began = performance.now()
    const { method, path } = operation
    const about = { 'http.route': path, 'rollcall.request_id': requestId }
    const answer = await inSpan(`${method} ${path}`, about, () =>
      answered(operation, request, context, requestId),
    )
    answer.headers.set('x-request-id', requestId)
    const ms = performance.now() - began
    countAnswer(method, path, answer.status, ms / 1000)
    const { status } = answer
    logLine('info', { what: 'answered', requestId, method, path, status, ms: Math.round(ms) })
    return answer
  }
}

async function answered<P, Q, B>(
  operation: Operation<P, Q, B>,
  request: Request,
  context: Parameters<Handler>[1],
  requestId: string,
): Promise<Response> {
  try {
    return await handle(operation, request, (await context.params) ?? {}, requestId)
  } catch (error) {
    return answerTo(error, requestId, `${operation.method} ${operation.path}`)
  }
}

async function handle<P, Q, B>(
  operation: Operation<P, Q, B>,
  request: Request,
  rawParams: Record<string, string | string[] | undefined>,
  requestId: string,
): Promise<Response> {
  const caller = await identify(request, operation.method !== 'GET')
  const params = parse(operation.params, decoded(rawParams), '')
  const query = parse(operation.query, queryOf(request), 'query')
  const { body, bytes } = await bodyOf(operation, request)
  const origin: Origin = {
    requestId,
    via: caller.via,
    address: addressOf(request),
    idempotency: idempotencyOf(operation, request, requestId, bytes),
  }
  const actor: Actor = { ...caller.actor, origin }
  const ifMatch = request.headers.get('if-match')
  const result = await operation.run(actor, { params, query, body, ifMatch })
  if (result instanceof Response) return result
  return Response.json(result, {
    status: operation.status,
    headers: { 'cache-control': 'no-store' },
  })
}

/** A thrown refusal or bug as its answer; a bug is logged under the request's id. */
export function answerTo(error: unknown, requestId: string, route: string): Response {
  if (error instanceof Refused) return refusalProblem(error.refusal)
  if (error instanceof NotReadable) return error.answer
  logFailure(error, { requestId, route })
  if (databaseGone(error)) {
    return problem(
      'database_unreachable',
      'Nothing is known to have changed. Rollcall recovers by itself; try again in a few seconds.',
      { 'retry-after': '5' },
    )
  }
  if (storageFull(error)) {
    return problem(
      'storage_full',
      "The database's disk is full. Nothing was changed. Have an administrator make room, then repeat it.",
    )
  }
  if (statementTooLong(error)) {
    return problem(
      'busy',
      'The database did not answer in time. Nothing was changed. Try again in a moment.',
      { 'retry-after': '2' },
    )
  }
  return problem(
    'bug',
    `Nothing was changed. This is a fault in Rollcall; it is logged under ${requestId}.`,
  )
}

/** @throws Refused `invalid`, with the path of each wrong or unknown field. */
function parse<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  refuseUnstorable(value, root)
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const errors = read.error.issues.flatMap((issue) => {
    const at = (last?: PropertyKey) =>
      [root, ...issue.path, ...(last === undefined ? [] : [last])].filter((p) => p !== '').join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: at(key), message: 'is not a known field.' }))
    }
    return [{ path: at() || 'body', message: issue.message }]
  })
  throw new Refused({ code: 'invalid', errors })
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; canonical JSON has no form for the latter. */
function refuseUnstorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return
    const message = 'has a character that cannot be stored (NUL or half a surrogate pair).'
    throw new Refused({ code: 'invalid', errors: [{ path: path || 'body', message }] })
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  for (const [key, member] of Object.entries(value)) {
    refuseUnstorable(key, path)
    refuseUnstorable(member, path ? `${path}.${key}` : key)
  }
}

function decoded(params: Record<string, string | string[] | undefined>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value !== 'string') return [key, value]
      try {
        return [key, decodeURIComponent(value)]
      } catch {
        return [key, value]
      }
    }),
  )
}

function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [key, value] of new URL(request.url).searchParams) {
    if (key in query) {
      throw new Refused({
        code: 'invalid',
        errors: [{ path: `query.${key}`, message: 'is given twice.' }],
      })
    }
    query[key] = value
  }
  return query
}

async function bodyOf<P, Q, B>(
  operation: Operation<P, Q, B>,
  request: Request,
): Promise<{ body: B; bytes: string }> {
  if (operation.bodyType === 'none') return { body: parse(operation.body, {}, ''), bytes: '' }
  if (operation.bodyType === 'markdown') {
    requireType(request, 'text/markdown')
    const bytes = await readBytes(request, operation.bodyLimit)
    return { body: parse(operation.body, bytes, 'document'), bytes: digest(bytes) }
  }
  const read = operation.bodyType === 'optional_json' ? readJsonIfAny : readJson
  const value = await read(request, operation.bodyLimit)
  return { body: parse(operation.body, value, ''), bytes: digest(JSON.stringify(value)) }
}

function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Next puts the socket's address last into X-Forwarded-For; what stands before it is hearsay. */
export function addressOf(request: Request): string | null {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null
}

function idempotencyOf<P, Q, B>(
  operation: Operation<P, Q, B>,
  request: Request,
  requestId: string,
  bytes: string,
): Origin['idempotency'] {
  if (operation.method === 'GET') return null
  const given = request.headers.get('idempotency-key')
  if (given !== null && !/^[\x21-\x7e]{1,200}$/.test(given)) {
    throw new Refused({
      code: 'invalid',
      errors: [
        {
          path: 'Idempotency-Key',
          message: 'is 1 to 200 visible ASCII characters without spaces.',
        },
      ],
    })
  }
  const url = new URL(request.url)
  const ifMatch = request.headers.get('if-match') ?? ''
  return {
    key: given ?? requestId,
    fingerprint: digest([operation.method, url.pathname, url.search, ifMatch, bytes].join('\n')),
  }
}
