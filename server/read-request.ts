import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Origin } from '../domain/actor.ts'
import { Refused } from '../domain/refusal.ts'
import type { Operation } from './api/operation.ts'
import { readBytes, readJson, readJsonIfAny, requireType } from './read-body.ts'

type RawParams = Record<string, string | string[] | undefined>

interface ReadRequest<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly idempotency: Origin['idempotency']
}

/**
 * What a request brings, read by the schemas of its operation. `requestId` stands for a missing
 * Idempotency-Key.
 *
 * @throws Refused `invalid`; NotReadable for a body that is too large or of another type.
 */
export async function readRequest<P, Q, B>(
  operation: Operation<P, Q, B>,
  request: Request,
  rawParams: RawParams,
  requestId: string,
): Promise<ReadRequest<P, Q, B>> {
  const params = parse(operation.params, decoded(rawParams), '')
  const query = parse(operation.query, queryOf(request), 'query')
  const { body, bytes } = await bodyOf(operation, request)
  return { params, query, body, idempotency: idempotencyOf(operation, request, requestId, bytes) }
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

function decoded(params: RawParams): Record<string, unknown> {
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
