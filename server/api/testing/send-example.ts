import { systemActor } from '../../access/system-actor.ts'
import { cast } from '../../testing/cast.ts'
import type { CastName } from '../../testing/cast-members.ts'
import { issueToken } from '../../tokens/issue-token.ts'
import type { Example } from '../examples/example.ts'
import type { AnyOperation } from '../operation.ts'

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

/** Gives the handler of a route as it stands in app/. */
export type HandlerOf = (operation: AnyOperation) => Promise<Handler>

const DAY_MS = 86_400_000

/** What a request of an operation brings, already without words in braces. */
export interface Sent extends Omit<Example, 'of' | 'as' | 'keep'> {
  /** Sent as it is, instead of `json`. */
  readonly raw?: string
  readonly type?: string
}

/** A token of somebody of the cast, which signs and widens. */
export async function tokenOf(who: CastName): Promise<string> {
  return issueToken(systemActor(), {
    name: `Examples of ${who}`,
    kind: 'person',
    personId: cast[who]().id,
    environment: null,
    scopes: [],
    expiresAt: new Date(Date.now() + DAY_MS),
  })
}

/** Sends a request to an operation's own route. */
export async function send(
  handlerOf: HandlerOf,
  operation: AnyOperation,
  token: string | null,
  { params = {}, query = {}, headers = {}, json, markdown, raw, type }: Sent,
): Promise<{ answer: Response; text: string }> {
  const body = raw ?? markdown ?? (json === undefined ? undefined : JSON.stringify(json))
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(params[name] ?? '')),
  )
  const search = new URLSearchParams(query).toString()
  const kind = type ?? (markdown === undefined ? 'application/json' : 'text/markdown')
  const request = new Request(`http://rollcall.example/api/v1${path}?${search}`, {
    method: operation.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': kind }),
      ...headers,
    },
    ...(body === undefined || operation.method === 'GET' ? {} : { body }),
  })
  const handler = await handlerOf(operation)
  const answer = await handler(request, { params: Promise.resolve({ ...params }) })
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return { answer, text: '' }
  }
  return { answer, text: await answer.text() }
}

const wellFormed = (text: string) => text.toWellFormed()

/** What words in braces stand for: moments from now, and what earlier answers gave. */
export function wordsOf(kept: ReadonlyMap<string, string>): (name: string) => string {
  const ahead: Record<string, number> = { now: 0, soon: 1, later: 2 }
  return (name) => {
    const days = ahead[name]
    if (days !== undefined) return new Date(Date.now() + days * DAY_MS).toISOString()
    const value = kept.get(name)
    if (value === undefined) throw new Error(`no earlier answer gave {${name}}`)
    return value
  }
}
