import { featurePath, type PushStep } from '../../domain/connected/push-steps.ts'
import {
  readFeature,
  readFeatures,
  type ThereFeature,
  type ThereFeatures,
  type UnreadFeature,
} from '../../domain/connected/read-feature.ts'
import { CALL_LIMITS, callServer, type OutsideAnswer, ServerFailed } from './call-server.ts'

/** Where a Flipper server is, and what it is told. */
export interface ServerAccess {
  readonly address: string
  readonly auth: string
  readonly header?: string | null | undefined
  readonly token?: string | null | undefined
}

/** What became of one request: done, or refused by a server that can do without it. */
export type StepOutcome = 'done' | 'refused'

/** A Flipper server as Rollcall drives it. Every call throws ServerFailed where it fails. */
export interface FlipperServer {
  readonly readAll: () => Promise<ThereFeatures>
  /** Null where it has no such feature. */
  readonly read: (key: string) => Promise<ThereFeature | UnreadFeature | null>
  readonly send: (step: PushStep) => Promise<StepOutcome>
}

/** The server's host, as entries and pages name it. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

/** Opens a Flipper server by what its HTTP API answers; nothing is called yet. */
export function flipperServer(
  access: ServerAccess,
  limits: typeof CALL_LIMITS | { patienceMs: number; bytes: number } = CALL_LIMITS,
): FlipperServer {
  const headers = signInHeaders(access)
  const call = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body: unknown,
  ): Promise<OutsideAnswer> => {
    const url = new URL(`${access.address}${path}`)
    const answer = await callServer({ method, url, headers, body }, limits)
    if (answer.status === 401 || answer.status === 403) {
      throw new ServerFailed(`It answered ${answer.status}: the token is not taken.`)
    }
    return answer
  }
  return {
    readAll: async () => {
      const { status, json } = await call('GET', '/features?exclude_gate_names=true', null)
      const read = status === 200 ? readFeatures(json) : null
      if (read === null) throw notFlipper('GET /features', status)
      return read
    },
    read: async (key) => {
      const { status, json } = await call('GET', featurePath(key), null)
      if (status === 404 && isFlippersError(json)) return null
      const read = status === 200 ? readFeature(json) : null
      if (read === null || read.key !== key) throw notFlipper(`GET /features/${key}`, status)
      return read
    },
    send: async ({ method, path, body, gate }) => {
      const { status, json } = await call(method, path, body)
      if (status >= 200 && status < 300) return 'done'
      // A server without expressions, without this function, or where groups must be registered.
      const canDoWithout = gate === 'expression' || gate === 'groups'
      if (canDoWithout && (status === 404 || status === 422)) return 'refused'
      const code = isFlippersError(json) ? `, its error ${Object(json).code}` : ''
      throw new ServerFailed(`It answered ${status} to ${method} ${path.split('?')[0]}${code}.`)
    },
  }
}

function isFlippersError(json: unknown): boolean {
  return typeof Object(json).code === 'number'
}

function notFlipper(what: string, status: number): ServerFailed {
  return new ServerFailed(`It answered ${what} with ${status}, and not as Flipper’s API does.`)
}

function signInHeaders({ auth, header, token }: ServerAccess): Record<string, string> {
  if (!token) return {}
  if (auth === 'bearer') return { authorization: `Bearer ${token}` }
  if (auth === 'basic') {
    return { authorization: `Basic ${Buffer.from(token, 'utf8').toString('base64')}` }
  }
  return auth === 'header' && header ? { [header]: token } : {}
}
