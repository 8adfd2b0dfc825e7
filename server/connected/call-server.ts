import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { addressFault, isNamedHost, outsideLookup } from './outside-address.ts'

/** A server of others that did not do what was asked; its message is a sentence without secrets. */
export class ServerFailed extends Error {
  /** How long it asked to be left alone, in milliseconds; null where it did not. */
  readonly retryAfterMs: number | null

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message)
    this.name = 'ServerFailed'
    this.retryAfterMs = retryAfterMs
  }
}

/** One call: the whole address, and headers that may hold a token. */
export interface OutsideCall {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or null for none. */
  readonly body: unknown
}

/** Its answer: a status, and its JSON; undefined where it is none. */
export interface OutsideAnswer {
  readonly status: number
  readonly json: unknown
}

/** How long a whole call may take, and how many bytes its answer may have. */
export const CALL_LIMITS = { patienceMs: 10_000, bytes: 8_388_608 } as const

/**
 * Calls a server of others: by https and outside of the own network unless the operator named it,
 * following no redirect, with a limit on time and on bytes.
 *
 * @throws ServerFailed for everything but an answer between 200 and 499 that is no redirect.
 */
export async function callServer(
  call: OutsideCall,
  limits: { readonly patienceMs: number; readonly bytes: number } = CALL_LIMITS,
): Promise<OutsideAnswer> {
  const fault = addressFault(call.url)
  if (fault !== null) throw new ServerFailed(fault)
  const payload = call.body === null ? null : JSON.stringify(call.body)
  const deadline = AbortSignal.timeout(limits.patienceMs)
  const open = call.url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) =>
      reject(error instanceof ServerFailed ? error : new ServerFailed(whatFailed(error, limits)))
    const request = open(call.url, {
      method: call.method,
      agent: false,
      signal: deadline,
      maxHeaderSize: 16_384,
      ...(isNamedHost(call.url) ? {} : { lookup: outsideLookup }),
      headers: {
        accept: 'application/json',
        'user-agent': 'Rollcall',
        ...call.headers,
        ...(payload === null
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      },
    })
    request.on('error', failed)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('error', failed)
      response.on('aborted', () => failed(new ServerFailed('It broke its answer off.')))
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size <= limits.bytes) parts.push(part)
        else request.destroy(new ServerFailed(`Its answer is larger than ${limits.bytes} bytes.`))
      })
      response.on('end', () => {
        const status = response.statusCode ?? 0
        const asked = retryAfter(response.headers['retry-after'])
        if (status >= 300 && status < 400) {
          return failed(new ServerFailed(`It answered ${status}, and redirects are not followed.`))
        }
        if (status < 200 || status === 429 || status >= 500) {
          return failed(new ServerFailed(`It answered ${status}.`, asked))
        }
        return resolve({ status, json: parsed(Buffer.concat(parts).toString('utf8')) })
      })
    })
    request.end(payload ?? undefined)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whole seconds alone: a date would be by a clock that is not ours. */
function retryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null
}

const SAID: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens there: the connection was refused.',
  ECONNRESET: 'It broke the connection off.',
  EPIPE: 'It broke the connection off.',
  ENOTFOUND: 'Its name is not known.',
  EAI_AGAIN: 'Its name could not be looked up.',
  EINSIDE: 'Its name leads into this machine or its network, which is not called.',
  EHOSTUNREACH: 'It cannot be reached.',
  ENETUNREACH: 'It cannot be reached.',
}

function whatFailed(error: unknown, { patienceMs }: { readonly patienceMs: number }): string {
  const { name = '', code = '' } = Object(error)
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') {
    return `It did not answer within ${patienceMs / 1000} s.`
  }
  const said = SAID[String(code)]
  if (said !== undefined) return said
  const isCertificate = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(String(code))
  return isCertificate
    ? `Its certificate is not trusted (${code}).`
    : `It gave no answer that can be read (${code || name}).`
}
