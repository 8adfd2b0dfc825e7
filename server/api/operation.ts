import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'

/** What a request brings, already parsed by the operation's schemas. */
export interface OperationInput<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The If-Match header as it came, null without one. */
  readonly ifMatch: string | null
}

type Body = 'json' | 'optional_json' | 'markdown' | 'none'

/** An operation of the API: one declaration for the handler, the parser and the OpenAPI document. */
export interface Operation<P, Q, B> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with its parameters in braces. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params: z.ZodType<P>
  readonly query: z.ZodType<Q>
  readonly body: z.ZodType<B>
  readonly bodyType: Body
  /** The most bytes a body may have. */
  readonly bodyLimit: number
  /** The status of a success. */
  readonly status: number
  readonly result: z.ZodType
  /** The content type of a success; JSON unless said otherwise. */
  readonly resultType: string
  /** Content types of a success besides `resultType`. */
  readonly otherTypes: readonly string[]
  /** Statuses of a success besides `status`. */
  readonly otherStatuses: readonly number[]
  /** Whether a write takes If-Match, and must. */
  readonly ifMatch: 'required' | 'optional' | null
  /** Whether a success has an ETag. */
  readonly hasVersion: boolean
  /** The version of a result, which is its ETag; null where it has none. */
  readonly version: (result: unknown) => number | null
  /** The body as it is documented, where the schema that reads it says less. */
  readonly bodyDocumented: z.ZodType | null
  /** What proves the caller. */
  readonly security: 'token' | 'guard_secret'
  /** Gives the answer's body, or a whole Response where it is not JSON or has its own status. */
  readonly run: (actor: Actor, input: OperationInput<P, Q, B>) => Promise<unknown>
}

interface Declared<P, Q, B> {
  readonly id: string
  readonly method: Operation<P, Q, B>['method']
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly bodyType?: Body
  readonly bodyLimit?: number
  readonly status?: number
  readonly result: z.ZodType
  readonly resultType?: string
  readonly otherTypes?: readonly string[]
  readonly otherStatuses?: readonly number[]
  readonly ifMatch?: 'required' | 'optional'
  readonly hasVersion?: boolean
  readonly bodyDocumented?: z.ZodType
  readonly run: Operation<P, Q, B>['run']
}

const NOTHING: Record<never, never> = {}

function nothingExpected(where: string): z.ZodType {
  return z.strictObject(NOTHING, { error: `No ${where} is expected here.` })
}

/** Declares an operation; what is left out takes no parameters, no query and no body. */
export function operation<
  P = Record<never, never>,
  Q = Record<never, never>,
  B = Record<never, never>,
>(declared: Declared<P, Q, B>): Operation<P, Q, B> {
  return {
    ...declared,
    params: declared.params ?? (nothingExpected('path parameter') as z.ZodType<P>),
    query: declared.query ?? (nothingExpected('query parameter') as z.ZodType<Q>),
    body: declared.body ?? (nothingExpected('body') as z.ZodType<B>),
    bodyType: declared.bodyType ?? (declared.body ? 'json' : 'none'),
    bodyLimit: declared.bodyLimit ?? 262_144,
    status: declared.status ?? 200,
    resultType: declared.resultType ?? 'application/json',
    otherTypes: declared.otherTypes ?? [],
    otherStatuses: declared.otherStatuses ?? [],
    ifMatch: declared.ifMatch ?? null,
    hasVersion: declared.hasVersion ?? false,
    version: declared.hasVersion === true ? versionOf : () => null,
    bodyDocumented: declared.bodyDocumented ?? null,
    security: 'token',
  }
}

/** The member of that name, where there is one. */
function versionOf(result: unknown): number | null {
  const { version } = Object(result)
  return typeof version === 'number' ? version : null
}

/** An operation as described, without what it runs. */
export type AnyOperation = Omit<Operation<unknown, unknown, unknown>, 'run'>
