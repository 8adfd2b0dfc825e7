import { ApiError, readProblem, unreachable } from './api-problem.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

interface Call {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as text/markdown instead of a JSON body. */
  readonly markdown?: string | Blob
  readonly ifMatch?: string | number
  /** The same for every try of one act; made for each call when left out. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/**
 * Calls our own API, `path` being below /api/v1 ("/toggles"). A write carries an Idempotency-Key,
 * so that one whose answer was lost is asked once more and still happens once.
 *
 * @throws ApiError with the problem document, or with `unreachable` when nothing answered.
 */
export async function callApi<T>(method: Method, path: string, call: Call = {}): Promise<T> {
  const { body, markdown, ifMatch, signal, idempotencyKey = newIdempotencyKey() } = call
  const headers = new Headers({ accept: 'application/json' })
  if (method !== 'GET') headers.set('idempotency-key', idempotencyKey)
  if (ifMatch !== undefined) headers.set('if-match', String(ifMatch))
  if (markdown !== undefined) headers.set('content-type', 'text/markdown; charset=utf-8')
  else if (body !== undefined) headers.set('content-type', 'application/json')
  const payload = markdown ?? (body === undefined ? null : JSON.stringify(body))
  const request: RequestInit = {
    method,
    headers,
    body: payload,
    signal: signal ?? null,
    cache: 'no-store',
    credentials: 'same-origin',
  }
  const response = await send(`/api/v1${path}`, request)
  if (!response.ok) throw new ApiError(await readProblem(response))
  if (response.status === 204) return JSON.parse('null')
  return response.json()
}

/** Reads for SWR: `useSWR('/toggles', readApi)`. */
export function readApi<T>(path: string): Promise<T> {
  return callApi<T>('GET', path)
}

/** A key for one act, to be kept while that act is tried again. */
export function newIdempotencyKey(): string {
  // crypto.randomUUID is missing on a plain-http address that is not loopback.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function send(address: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(address, request)
    } catch (error) {
      if (request.signal?.aborted) throw error
      if (tries === 2) throw new ApiError(unreachable)
      await new Promise((resolve) => setTimeout(resolve, 600))
    }
  }
}
