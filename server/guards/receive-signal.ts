import { randomUUID } from 'node:crypto'
import { readSignal } from '../../domain/guard/read-signal.ts'
import { isTimely } from '../../domain/guard/signal.ts'
import { Refused } from '../../domain/refusal.ts'
import { failuresOf } from '../access/failed-tokens.ts'
import { db } from '../db.ts'
import { addressOf, answerTo } from '../endpoint.ts'
import { countAnswer } from '../metrics.ts'
import { problem } from '../problem.ts'
import { NotReadable, readBytes, requireType } from '../read-body.ts'
import { findGuard, type GuardRow } from './guard-row.ts'
import { isSecretOf, isSignatureOf } from './guard-secret.ts'
import { heedSignal } from './heed-signal.ts'
import { secondsToWait } from './signal-rate.ts'

const PATH = '/guards/{id}/signal'
const LIMIT = 262_144
const SIGNED_WITHIN_S = 300

/**
 * A call of monitoring to a guard: who calls is proven by the guard's own secret, sent as a bearer
 * or as a signature over the body, and nothing else of Rollcall opens or is told by it.
 */
export async function receiveSignal(
  request: Request,
  context: { params?: Promise<Record<string, string | string[] | undefined>> },
): Promise<Response> {
  const requestId = randomUUID()
  const began = performance.now()
  const answer = await answered(request, String((await context.params)?.id), requestId)
  answer.headers.set('x-request-id', requestId)
  countAnswer('POST', PATH, answer.status, (performance.now() - began) / 1000)
  return answer
}

async function answered(request: Request, id: string, requestId: string): Promise<Response> {
  try {
    const address = addressOf(request)
    requireType(request, 'application/json')
    const body = await readBytes(request, LIMIT)
    const guard = await authentic(request, id, body, address)
    const wait = secondsToWait(guard.id)
    if (wait > 0) throw tooMany(`This guard was called too often. Call again in ${wait} s.`, wait)
    const signal = readSignal(guard.tool, parsed(body))
    if (signal === null) {
      const message = `is not what ${guard.tool} sends to a webhook.`
      throw new Refused({ code: 'invalid', errors: [{ path: 'body', message }] })
    }
    if (!isTimely(signal, new Date())) {
      const message = 'tells of a moment more than 15 minutes away: an old signal is not heeded.'
      throw new Refused({ code: 'invalid', errors: [{ path: 'body', message }] })
    }
    const outcome = await heedSignal(guard.id, signal, address)
    return Response.json({ outcome }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return answerTo(error, requestId, `POST ${PATH}`)
  }
}

/** The guard that this call proves to be for; of an unknown guard as little is said as of a wrong secret. */
async function authentic(
  request: Request,
  id: string,
  body: Uint8Array,
  address: string | null,
): Promise<GuardRow> {
  const failures = failuresOf(address ?? '')
  const wait = failures.secondsToWait()
  if (wait > 0) throw tooMany(`Too many bad secrets came from this address.`, wait)
  const guard = await knownGuard(id)
  if (guard !== null && isProven(request, guard, body)) return guard
  failures.note()
  const detail = 'There is no such guard, or this is not its secret or signature.'
  throw new NotReadable(problem('not_the_guards_secret', detail, { 'www-authenticate': 'Bearer' }))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

async function knownGuard(id: string): Promise<GuardRow | null> {
  if (!UUID.test(id)) return null
  const there = await db().guard.count({ where: { id, removed: false } })
  return there === 0 ? null : findGuard(db(), id)
}

function isProven(request: Request, guard: GuardRow, body: Uint8Array): boolean {
  const { headers } = request
  const signature =
    headers.get('x-rollcall-signature') ?? headers.get('x-grafana-alerting-signature')
  if (signature !== null) {
    const timestamp =
      headers.get('x-rollcall-timestamp') ?? headers.get('x-grafana-alerting-signature-timestamp')
    if (timestamp !== null && !isRecent(timestamp)) return false
    return isSignatureOf(guard, { body, timestamp, signature })
  }
  const secret = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return secret !== undefined && isSecretOf(guard, secret)
}

/** A Unix timestamp in seconds, of at most five minutes ago or ahead. */
function isRecent(timestamp: string): boolean {
  if (!/^\d{9,11}$/.test(timestamp)) return false
  return Math.abs(Date.now() / 1000 - Number(timestamp)) <= SIGNED_WITHIN_S
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    const errors = [{ path: 'body', message: 'is not JSON in UTF-8.' }]
    throw new Refused({ code: 'invalid', errors })
  }
}

function tooMany(detail: string, wait: number): NotReadable {
  const headers = { 'retry-after': String(wait) }
  return new NotReadable(problem('too_many_requests', detail, headers))
}
