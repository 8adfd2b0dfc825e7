import { randomUUID } from 'node:crypto'
import type { Actor, Origin } from '../domain/actor.ts'
import { Refused } from '../domain/refusal.ts'
import { requireAcceptable } from './acceptable.ts'
import { identify } from './access/identify.ts'
import { requireRate } from './access/request-rate.ts'
import type { Operation, OperationInput } from './api/operation.ts'
import { databaseGone, statementTooLong, storageFull } from './database-failure.ts'
import { logFailure, logLine } from './log.ts'
import { countAnswer } from './metrics.ts'
import { problem, refusalProblem } from './problem.ts'
import { NotReadable } from './read-body.ts'
import { readRequest } from './read-request.ts'
import { inSpan } from './span.ts'
import { withWarnings } from './warnings.ts'

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
    return request.method === 'HEAD' ? withoutBody(answer) : answer
  }
}

/** What HEAD is answered: all but the body, which is not even begun. */
async function withoutBody(answer: Response): Promise<Response> {
  await answer.body?.cancel()
  return new Response(null, { status: answer.status, headers: answer.headers })
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
  requireRate(caller.actor)
  requireAcceptable(request, [operation.resultType, ...operation.otherTypes])
  const { idempotency, ...input } = await readRequest(operation, request, rawParams, requestId)
  const origin: Origin = { requestId, via: caller.via, address: addressOf(request), idempotency }
  const actor: Actor = { ...caller.actor, origin }
  const ifMatch = operation.ifMatch === null ? null : request.headers.get('if-match')
  const result = await run(operation, actor, { ...input, ifMatch })
  if (result instanceof Response) return result
  const version = operation.version(result)
  const answer = operation.method === 'GET' ? result : withWarnings(result, input.body)
  return Response.json(answer, {
    status: operation.status,
    headers: {
      'cache-control': 'no-store',
      ...(version === null ? {} : { etag: `"${version}"` }),
    },
  })
}

/** A stale version is 409 where a member of the body named it, and 412 where If-Match did. */
async function run<P, Q, B>(
  operation: Operation<P, Q, B>,
  actor: Actor,
  input: OperationInput<P, Q, B>,
): Promise<unknown> {
  try {
    return await operation.run(actor, input)
  } catch (error) {
    const isStale = error instanceof Refused && error.refusal.code === 'version_conflict'
    if (!isStale || input.ifMatch === null) throw error
    throw new NotReadable(refusalProblem(error.refusal, 412))
  }
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

/** Next puts the socket's address last into X-Forwarded-For; what stands before it is hearsay. */
export function addressOf(request: Request): string | null {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null
}
