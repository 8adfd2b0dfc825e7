import type { CheckResult } from '../../domain/refusal.ts'

/** An RFC 9457 answer of our API with the members that a page may show. */
export interface ApiProblem {
  /** What it is, without the address before it: "version-conflict". */
  readonly code: string
  readonly title: string
  /** 0 when there was no answer at all. */
  readonly status: number
  readonly detail: string
  /** Fields that were not understood, by their path. */
  readonly fields: readonly { readonly path: string; readonly message: string }[]
  /** For `checks-not-passed`: every check as it was seen. */
  readonly checks: readonly CheckResult[]
  /** For `launch-not-ready`: a sentence for each thing that is missing. */
  readonly missing: readonly string[]
}

/** What callApi throws: the API said no, or nothing answered. */
export class ApiError extends Error {
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.detail)
    this.name = 'ApiError'
    this.problem = problem
  }
}

const nothingMore = { fields: [], checks: [], missing: [] } as const

/** No answer came: what a page says when the network or the server is gone. */
export const unreachable: ApiProblem = {
  code: 'unreachable',
  title: 'Rollcall cannot be reached',
  status: 0,
  detail:
    'No answer came, so it is not known whether this was done. Check your connection and look at the page again before you repeat it; flags keep answering meanwhile.',
  ...nothingMore,
}

/** Whatever was thrown, as something to show. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiError) return error.problem
  return {
    code: 'page-fault',
    title: 'Something went wrong on this page',
    status: 0,
    detail: 'Reload the page to see what was changed, and try again.',
    ...nothingMore,
  }
}

/** The message for one field, for the field to show; undefined when it is not the one at fault. */
export function fieldError(problem: ApiProblem | null, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path)?.message
}

/** Reads an answer that is no success; one that is no problem document is told by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const unknown: ApiProblem = {
    code: 'unknown',
    title: 'This was not done',
    status: response.status,
    detail: `Rollcall answered with status ${response.status}. Try again in a moment.`,
    ...nothingMore,
  }
  if (!response.headers.get('content-type')?.includes('json')) return unknown
  try {
    const document: unknown = await response.json()
    if (typeof document !== 'object' || document === null) return unknown
    return { ...unknown, ...membersOf(document) }
  } catch {
    return unknown
  }
}

type Members = { -readonly [Key in keyof ApiProblem]?: ApiProblem[Key] }

function membersOf(document: object): Members {
  const members: Members = {}
  if ('type' in document && typeof document.type === 'string') {
    members.code = document.type.split('/').at(-1) ?? document.type
  }
  if ('title' in document && typeof document.title === 'string') members.title = document.title
  if ('detail' in document && typeof document.detail === 'string') members.detail = document.detail
  if ('errors' in document) members.fields = listOf(document.errors, isField)
  if ('checks' in document) members.checks = listOf(document.checks, isCheck)
  if ('missing' in document) {
    members.missing = listOf(document.missing, (one) => typeof one === 'string')
  }
  return members
}

function listOf<T>(value: unknown, is: (one: unknown) => one is T): readonly T[] {
  return Array.isArray(value) ? value.filter(is) : []
}

function isField(value: unknown): value is ApiProblem['fields'][number] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  )
}

function isCheck(value: unknown): value is CheckResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'check' in value &&
    typeof value.check === 'string' &&
    'passed' in value &&
    typeof value.passed === 'boolean' &&
    'detail' in value &&
    typeof value.detail === 'string' &&
    'binds' in value &&
    typeof value.binds === 'boolean'
  )
}
