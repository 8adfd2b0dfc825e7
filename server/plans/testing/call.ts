import { systemActor } from '../../access/system-actor.ts'
import type { Operation } from '../../api/operation.ts'
import { endpoint } from '../../endpoint.ts'
import { cast } from '../../testing/cast.ts'
import type { CastName } from '../../testing/cast-members.ts'
import { issueToken } from '../../tokens/issue-token.ts'

interface Sent {
  readonly params?: Record<string, string>
  readonly query?: string
  readonly json?: unknown
  readonly markdown?: string | Uint8Array
  readonly headers?: Record<string, string>
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}

/** Calls an operation as a program does, through the wrapper of every route, with a token of its own. */
export async function call<P, Q, B>(
  who: CastName,
  operation: Operation<P, Q, B>,
  { params = {}, query = '', json, markdown, headers = {} }: Sent = {},
): Promise<Answer> {
  const token = await issueToken(systemActor(), {
    name: `Test of ${who}`,
    kind: 'person',
    personId: cast[who]().id,
    environment: null,
    scopes: [],
    expiresAt: new Date(Date.now() + 60_000),
  })
  const isMarkdown = markdown !== undefined
  const body = isMarkdown ? markdown : json === undefined ? undefined : JSON.stringify(json)
  const request = new Request(`http://rollcall.example/api/v1${operation.path}${query}`, {
    method: operation.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { 'content-type': isMarkdown ? 'text/markdown' : 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  })
  const answer = await endpoint(operation)(request, { params: Promise.resolve(params) })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: objectOf(text) }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
